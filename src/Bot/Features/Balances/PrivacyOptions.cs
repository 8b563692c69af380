using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Features.Balances;

/// <summary>Section <c>Privacy</c>: what nobody is told.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Groups of fewer people have no figures of their own: nobody shall be read out of them.</summary>
    [Range(2, 1000)]
    public int MinimumGroup { get; set; } = 5;
}
