namespace RelateBot.Domain.People;

/// <summary>A person's account in one workspace.</summary>
public sealed class Identity : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The workspace that the account belongs to.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The owner of the account.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>The platform's user id, unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>True while only the id is known, because the person was named before their profile was read.</summary>
    public bool NeedsProfile { get; set; }

    /// <summary>False once the account was deactivated. Its owner may have others.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>
    /// True when the platform last reported this account as an administrator of the workspace. Where it matters, the platform is asked
    /// again.
    /// </summary>
    public bool IsAdministrator { get; set; }

    /// <summary>When the platform last changed the stored profile (UTC). Older versions are ignored.</summary>
    public DateTimeOffset? ProfileChangedAt { get; set; }

    /// <summary>When they last opened the bot's home page there (UTC); null when they never did. Then it isn't updated.</summary>
    public DateTimeOffset? HomeOpenedAt { get; set; }
}
