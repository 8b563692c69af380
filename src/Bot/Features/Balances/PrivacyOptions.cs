using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Features.Balances;

/// <summary>Section <c>Privacy</c>: what isn't shown to anyone.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Groups with fewer people than this have no figures, so that no one can be identified.</summary>
    [Range(2, 1000)]
    public int MinimumGroup { get; set; } = 5;
}
