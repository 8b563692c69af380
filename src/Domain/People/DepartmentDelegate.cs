namespace RelateBot.Domain.People;

/// <summary>Somebody who may keep a department's page up to date besides its head.</summary>
public sealed class DepartmentDelegate : IBelongToOrganisation
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose page.</summary>
    public required Guid DepartmentId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }
}
