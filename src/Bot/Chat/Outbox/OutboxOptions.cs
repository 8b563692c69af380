using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>How often to look for messages that nobody announced: left by a host that was killed, or due again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For how long a host has a message to itself while sending it. After that its fate is unknown and another host looks into it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to keep trying before a message is given up.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);
}
