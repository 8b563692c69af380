using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>A valid row of the roster. Null means that the row doesn't say, so the stored value stays.</summary>
internal sealed record RosterRow
{
    public required int Line { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required string Department { get; init; }

    /// <summary>Lower case; empty when there is no manager.</summary>
    public required string ManagerEmail { get; init; }

    public string? TimeZone { get; init; }

    public string? Locale { get; init; }

    /// <summary>For example <c>08:00-16:30</c>.</summary>
    public string? WorkingHours { get; init; }

    public DateOnly? StartedOn { get; init; }

    /// <summary>Account ids by platform.</summary>
    public required ImmutableArray<(string Platform, string ExternalId)> Accounts { get; init; }
}
