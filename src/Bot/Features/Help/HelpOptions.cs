using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Features.Help;

/// <summary>Section <c>Help</c>: asks for help.</summary>
public sealed class HelpOptions
{
    public const string Section = "Help";

    /// <summary>Working days after which an ask that no one took expires. The people asked are reminded after half of them.</summary>
    [Range(1, 100)]
    public int ExpireAfter { get; set; } = 10;

    /// <summary>Working days after which the asker is asked whether the ask was solved.</summary>
    [Range(1, 100)]
    public int FollowUpAfter { get; set; } = 2;
}
