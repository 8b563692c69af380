namespace RelateBot.Domain.People;

/// <summary>An account that belongs to a <see cref="DepartmentGroup"/>, known or not yet.</summary>
public sealed class GroupMember : IBelongToOrganisation
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Which group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>The platform's own id of the account, in the group's workspace.</summary>
    public required string ExternalId { get; init; }
}
