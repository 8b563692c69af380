namespace RelateBot.Domain.People;

/// <summary>A platform's user group that stands for a department.</summary>
public sealed class DepartmentGroup : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Where the group is.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Which department it stands for.</summary>
    public required Guid DepartmentId { get; set; }

    /// <summary>The platform's own group id, unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What people type after <c>@</c> there.</summary>
    public required string Handle { get; set; }

    /// <summary>True while it is not known who belongs to it, or no longer.</summary>
    public bool NeedsMembers { get; set; }
}

/// <summary>An account that belongs to a <see cref="DepartmentGroup"/>, known or not yet.</summary>
public sealed class GroupMember : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Which group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>The platform's own id of the account, in the group's workspace.</summary>
    public required string ExternalId { get; init; }
}
