namespace RelateBot.Domain.Help;

/// <summary>Somebody who took an ask.</summary>
public sealed class AskHelper : IBelongToOrganisation
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>What they took.</summary>
    public required Guid AskId { get; init; }

    /// <summary>Who took it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Their department on that day.</summary>
    public Guid? DepartmentId { get; init; }

    /// <summary>When they took it (UTC).</summary>
    public required DateTimeOffset TakenAt { get; init; }
}
