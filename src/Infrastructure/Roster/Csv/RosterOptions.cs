using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>What an administrator says about a roster as well as the file.</summary>
public sealed record RosterOptions
{
    /// <summary>Renamed domains: addresses at the old domain are now at the new one.</summary>
    public ImmutableArray<(string Old, string New)> RenamedDomains { get; init; } = [];

    /// <summary>Renamed departments, which keep their history.</summary>
    public ImmutableArray<(string Old, string New)> RenamedDepartments { get; init; } = [];

    /// <summary>True when departments that look renamed are really new.</summary>
    public bool HasNewDepartments { get; init; }

    /// <summary>True when the file is the whole company, so that people who aren't in it have left.</summary>
    public bool IsComplete { get; init; }

    /// <summary>True when more than <see cref="MostLeavers"/> may be switched off at once.</summary>
    public bool IsForced { get; init; }

    /// <summary>True when nothing is written and the differences are only reported.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The order in dates with slashes, dots or dashes; null when such dates are refused.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>The largest share (0..1) of people that a complete roster may switch off unless it is forced.</summary>
    public const double MostLeavers = 0.2;

    /// <summary>Converts an address to its current domain.</summary>
    /// <returns>The address at the new domain.</returns>
    public string Today(string email) =>
        RenamedDomains.Where(domain => email.EndsWith($"@{domain.Old}", StringComparison.Ordinal))
            .Select(domain => $"{email[..^domain.Old.Length]}{domain.New}")
            .FirstOrDefault(email);

    /// <summary>The addresses under which the person who has this one today may be stored, the likeliest first.</summary>
    public IEnumerable<string> Stored(string email) =>
        RenamedDomains.Where(domain => email.EndsWith($"@{domain.New}", StringComparison.Ordinal))
            .Select(domain => $"{email[..^domain.New.Length]}{domain.Old}")
            .Prepend(email);
}

/// <summary>Whether the day or the month comes first in a date like 03/04/2026.</summary>
public enum DateOrder
{
    /// <summary>3 April.</summary>
    DayFirst,

    /// <summary>4 March.</summary>
    MonthFirst,
}
