using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>A valid row of the roster. Null means that the row doesn't say, so the stored value stays.</summary>
internal sealed record RosterRow
{
    public required int Line { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public string? Department { get; init; }

    /// <summary>The department's id in the system that the file comes from.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>An address in lower case, or a name; empty when there is no manager.</summary>
    public required string Manager { get; init; }

    public string? TimeZone { get; init; }

    public string? Locale { get; init; }

    /// <summary>For example <c>08:00-16:30</c>.</summary>
    public string? WorkingHours { get; init; }

    public DateOnly? StartedOn { get; init; }

    /// <summary>True when the row says that they left.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Account ids by platform.</summary>
    public required ImmutableArray<(string Platform, string ExternalId)> Accounts { get; init; }
}
