using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Features.Focus;

/// <summary>Converts cadences to and from the words that people use.</summary>
internal static class CadenceParser
{
    /// <summary>All cadences, for use in a sentence.</summary>
    public const string All = "weekly, fortnightly, monthly or quarterly";

    public static string ToWords(this Cadence cadence) => cadence switch
    {
        Cadence.Weekly => "every week",
        Cadence.Fortnightly => "every two weeks",
        Cadence.Monthly => "every month",
        Cadence.Quarterly => "every three months",
        _ => throw new InvalidOperationException($"No text for {cadence}."),
    };

    /// <summary>Returns the cadence that the words name; null when they name none.</summary>
    public static Cadence? Parse(string words) => words.Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        "weekly" or "every week" or "once a week" => Cadence.Weekly,
        "fortnightly" or "biweekly" or "every two weeks" or "every 2 weeks" or "every fortnight" => Cadence.Fortnightly,
        "monthly" or "every month" or "once a month" => Cadence.Monthly,
        "quarterly" or "every quarter" or "every three months" or "every 3 months" => Cadence.Quarterly,
        _ => null,
    };
}
