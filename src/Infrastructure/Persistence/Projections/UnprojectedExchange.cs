using RelateBot.Domain;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// A ledger entry that the projections do not hold yet. It is written with the entry and removed with the projection's change,
/// so that the two can never disagree, whatever is killed in between.
/// </summary>
public sealed class UnprojectedExchange : IOrganisationScoped
{
    public required Guid OrganisationId { get; init; }

    public required Guid ExchangeId { get; init; }
}
