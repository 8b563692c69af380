using System.Collections.Frozen;

namespace RelateBot.Domain.Prompts;

/// <summary>The weekend days of each region (Unicode CLDR, supplemental week data).</summary>
public static class Weekend
{
    private static readonly FrozenSet<string> fridayAndSaturday = FrozenSet.ToFrozenSet(
        ["BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> thursdayAndFriday = FrozenSet.ToFrozenSet(["AF"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> friday = FrozenSet.ToFrozenSet(["IR"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> sunday = FrozenSet.ToFrozenSet(["UG"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True on a weekend day. <paramref name="region"/> is a two-letter code, or null when not known.</summary>
    public static bool Includes(DayOfWeek day, string? region) => region switch
    {
        { } at when fridayAndSaturday.Contains(at) => day is DayOfWeek.Friday or DayOfWeek.Saturday,
        { } at when thursdayAndFriday.Contains(at) => day is DayOfWeek.Thursday or DayOfWeek.Friday,
        { } at when friday.Contains(at) => day is DayOfWeek.Friday,
        { } at when sunday.Contains(at) => day is DayOfWeek.Sunday,
        _ => day is DayOfWeek.Saturday or DayOfWeek.Sunday,
    };

    /// <summary>The region of a language tag, for example <c>CH</c> of <c>de-CH</c>.</summary>
    /// <returns>Null when the tag has none.</returns>
    public static string? RegionOf(string? locale) =>
        locale?.Split('-', '_').Skip(1).FirstOrDefault(part => part.Length == 2 && part.All(char.IsAsciiLetter))?.ToUpperInvariant();
}
