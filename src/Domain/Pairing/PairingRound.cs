namespace RelateBot.Domain.Pairing;

/// <summary>A round that was planned, so that no host plans it again.</summary>
public sealed class PairingRound : IBelongToOrganisation
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Its first day, where the organisation is.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was planned (UTC).</summary>
    public required DateTimeOffset PlannedAt { get; init; }
}
