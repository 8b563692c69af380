using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>Section <c>Outbox</c>: how messages are sent.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>
    /// How often to check the outbox for messages that no commit of this host announced: messages due for a retry, or left by a host that
    /// was killed.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a host may hold a message while it sends it. After that the outcome is unknown and another host checks it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to keep trying to send a message.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);
}
