namespace RelateBot.Domain.People;

/// <summary>A person's account in one workspace.</summary>
public sealed class Identity : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Where the account is.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Whose account it is.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>The platform's own user id, unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>True while only the id is known, because somebody was named before the platform was asked about them.</summary>
    public bool NeedsProfile { get; set; }

    /// <summary>False once the account was switched off. Its owner may have another one.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>
    /// True when the platform said last that they look after the workspace. Where it matters that this still holds, the platform is asked.
    /// </summary>
    public bool IsAdministrator { get; set; }

    /// <summary>When the platform last changed the profile that was read (UTC); older news of it is no news.</summary>
    public DateTimeOffset? ProfileChangedAt { get; set; }

    /// <summary>
    /// When they last looked at the bot's home page there (UTC); null as long as they never did, and then nobody keeps it up to date.
    /// </summary>
    public DateTimeOffset? HomeOpenedAt { get; set; }
}
