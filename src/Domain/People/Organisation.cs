namespace RelateBot.Domain.People;

/// <summary>A customer. Everything else belongs to exactly one organisation.</summary>
public sealed class Organisation
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Display name, shown in messages and reports.</summary>
    public required string Name { get; set; }

    /// <summary>IANA time zone, used for reports and for people who have none of their own.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The organisation's time zone; UTC when the name isn't known on this system.</summary>
    public TimeZoneInfo Zone() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>A workspace or tenant on a chat platform that belongs to an organisation. An organisation can have several.</summary>
public sealed class Workspace : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The platform's name, as the platform registers it.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's id of the workspace; unique for each platform.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The platform's name for the workspace.</summary>
    public required string Name { get; set; }

    /// <summary>The bot's own account there; null until known. It can't give or receive thanks.</summary>
    public string? BotExternalId { get; set; }

    /// <summary>The installation that holds the bot's token; null when the token comes from the settings.</summary>
    public Guid? InstallationId { get; set; }
}
