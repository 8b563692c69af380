using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Features.Help;

/// <summary>Section <c>Help</c>: asks for help.</summary>
public sealed class HelpOptions
{
    public const string Section = "Help";

    /// <summary>Working days after which an ask that nobody took expires; those asked are reminded at half time.</summary>
    [Range(1, 100)]
    public int ExpireAfter { get; set; } = 10;

    /// <summary>Working days after which the asker is asked whether it was solved.</summary>
    [Range(1, 100)]
    public int FollowUpAfter { get; set; } = 2;
}
