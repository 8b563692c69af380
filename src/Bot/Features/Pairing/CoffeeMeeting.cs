using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>A coffee meeting, as its people see it.</summary>
public sealed record CoffeeMeeting
{
    /// <summary>The people who meet.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>Their known departments, by id.</summary>
    public required ImmutableDictionary<Guid, Department> Departments { get; init; }

    /// <summary>True when two of them were matched recently.</summary>
    public required bool IsRepeat { get; init; }

    /// <summary>When all of them work on a usual day (UTC); null when there is no common time.</summary>
    public required (DateTimeOffset From, DateTimeOffset Until)? Hours { get; init; }

    /// <summary>The time zone of people who have none of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>A conversation opener; null for none.</summary>
    public required string? Opener { get; init; }
}
