namespace RelateBot.Domain.Pairing;

/// <summary>Somebody would rather not have coffee with somebody. It holds for both, and only its author ever learns of it.</summary>
public sealed class PairingAvoidance : IBelongToOrganisation
{
    /// <summary>Most names on one list.</summary>
    public const int Most = 25;

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose list.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Who is on it.</summary>
    public required Guid AvoidedId { get; init; }
}
