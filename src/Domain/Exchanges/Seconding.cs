namespace RelateBot.Domain.Exchanges;

/// <summary>Somebody said "me too" to a public act. At most one a person and act.</summary>
public sealed class Seconding : IBelongToOrganisation
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>What was seconded.</summary>
    public required Guid ActId { get; init; }

    /// <summary>Who seconded it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
