using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>What an administrator says about a roster beside the file itself.</summary>
public sealed record RosterOptions
{
    /// <summary>Domains that got a new name: every address at the first is one at the second.</summary>
    public ImmutableArray<(string Old, string New)> RenamedDomains { get; init; } = [];

    /// <summary>Departments that got a new name and keep their history.</summary>
    public ImmutableArray<(string Old, string New)> RenamedDepartments { get; init; } = [];

    /// <summary>True when departments that look renamed are new ones.</summary>
    public bool HasNewDepartments { get; init; }

    /// <summary>True when the file is the whole company: people whom it lacks have left.</summary>
    public bool IsComplete { get; init; }

    /// <summary>True when more than <see cref="MostLeavers"/> may leave at once.</summary>
    public bool IsForced { get; init; }

    /// <summary>True when nothing is written and the differences are told.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>How dates with slashes, dots or dashes are read; null when the file should have none.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>The share (0..1) of the people whom a complete roster may switch off unless it is forced.</summary>
    public const double MostLeavers = 0.2;

    /// <summary>An address as it is now.</summary>
    /// <returns>The address in its domain's new name.</returns>
    public string Today(string email) =>
        RenamedDomains.Where(domain => email.EndsWith($"@{domain.Old}", StringComparison.Ordinal))
            .Select(domain => $"{email[..^domain.Old.Length]}{domain.New}")
            .FirstOrDefault(email);

    /// <summary>The addresses under which somebody may be stored who has this one today, the best first.</summary>
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
