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

/// <summary>A place on a chat platform that is connected to an organisation. One organisation may have several.</summary>
public sealed class Workspace : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The platform's name, as its leaf registers it.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's own id of the place; unique per platform.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What the platform calls the place.</summary>
    public required string Name { get; set; }

    /// <summary>The bot's own account there, once known. It can neither give nor receive.</summary>
    public string? BotExternalId { get; set; }

    /// <summary>Which installation lets the bot in; null where the bot's own settings do.</summary>
    public Guid? InstallationId { get; set; }
}
