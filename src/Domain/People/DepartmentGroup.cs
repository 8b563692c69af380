namespace RelateBot.Domain.People;

/// <summary>A platform's user group that represents a department.</summary>
public sealed class DepartmentGroup : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The workspace that the group belongs to.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The department that it represents.</summary>
    public required Guid DepartmentId { get; set; }

    /// <summary>The platform's own group id, unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The group's handle, typed after <c>@</c> on the platform.</summary>
    public required string Handle { get; set; }

    /// <summary>True while the members aren't known or are out of date.</summary>
    public bool NeedsMembers { get; set; }
}

/// <summary>An account that belongs to a <see cref="DepartmentGroup"/>. Its person may not be known yet.</summary>
public sealed class GroupMember : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>The platform's id of the account, in the group's workspace.</summary>
    public required string ExternalId { get; init; }
}
