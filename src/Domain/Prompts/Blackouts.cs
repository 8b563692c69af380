using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RelateBot.Domain.Prompts;

/// <summary>
/// Public holidays and other days without prompts and digests. An entry is a day <c>2026-12-24</c>, a range <c>2026-12-24..2027-01-02</c>
/// or a yearly day <c>12-25</c>. A two-letter region limits it to that region: <c>08-01 CH</c>.
/// </summary>
public sealed partial record Blackouts
{
    /// <summary>No blackout days.</summary>
    public static readonly Blackouts None = new();

    private ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>Parses comma-separated entries.</summary>
    /// <returns>False when an entry can't be read; it is then in <paramref name="fault"/>.</returns>
    public static bool TryParse(string text, out Blackouts blackouts, out string fault)
    {
        (blackouts, fault) = (None, "");
        var entries = ImmutableArray.CreateBuilder<Entry>();
        foreach (var item in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Read(item) is not { } entry)
            {
                fault = item;
                return false;
            }

            entries.Add(entry);
        }

        blackouts = new Blackouts { Entries = entries.ToImmutable() };
        return true;
    }

    /// <summary>True when people of a region get no prompts on that day.</summary>
    public bool Contains(DateOnly day, string? region) =>
        Entries.Any(entry =>
            (entry.Region is null || string.Equals(entry.Region, region, StringComparison.OrdinalIgnoreCase)) && entry.Holds(day));

    private static Entry? Read(string item)
    {
        if (Pattern().Match(item) is not { Success: true } match)
        {
            return null;
        }

        var region = match.Groups["region"] is { Success: true, Value: var letters } ? letters : null;
        if (match.Groups["yearly"].Success)
        {
            // A leap year has every possible day of a year.
            return Day($"2024-{match.Groups["yearly"].Value}") is { } yearly ? new Entry(yearly, yearly, IsYearly: true, region) : null;
        }

        var from = Day(match.Groups["from"].Value);
        var to = match.Groups["to"].Success ? Day(match.Groups["to"].Value) : from;
        return from is null || to is null || to < from ? null : new Entry(from.Value, to.Value, IsYearly: false, region);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(
        @"^(?:(?<from>\d{4}-\d\d-\d\d)(?:\.\.(?<to>\d{4}-\d\d-\d\d))?|(?<yearly>\d\d-\d\d))(?:\s+(?<region>[A-Za-z]{2}))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    private sealed record Entry(DateOnly From, DateOnly To, bool IsYearly, string? Region)
    {
        public bool Holds(DateOnly day) => IsYearly ? (day.Month, day.Day) == (From.Month, From.Day) : day >= From && day <= To;
    }
}
