namespace RelateBot.Domain.People;

/// <summary>One customer. Everything else belongs to exactly one organisation.</summary>
public sealed class Organisation
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it; shown in messages and reports.</summary>
    public required string Name { get; set; }

    /// <summary>IANA time zone for people and reports that have none of their own.</summary>
    public required string TimeZone { get; set; }

    /// <summary>That time zone; UTC when none of that name is known here.</summary>
    public TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
