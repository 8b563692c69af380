using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>A coffee as it is told to those who meet.</summary>
public sealed record CoffeeMeeting
{
    /// <summary>Everybody who meets.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>Their departments, those that are known, by id.</summary>
    public required ImmutableDictionary<Guid, Department> Departments { get; init; }

    /// <summary>True when two of them were put together lately.</summary>
    public required bool IsRepeat { get; init; }

    /// <summary>When all of them work on a usual day (UTC); null when never.</summary>
    public required (DateTimeOffset From, DateTimeOffset Until)? Hours { get; init; }

    /// <summary>Of people who have no time zone of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>How to begin; null leaves it to them.</summary>
    public required string? Opener { get; init; }
}
