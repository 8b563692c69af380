using RelateBot.Domain;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// Marks a ledger entry that isn't projected yet. It is saved with the entry and deleted together with the projection's change, so the two
/// stay consistent after a crash.
/// </summary>
public sealed class UnprojectedExchange : IOrganisationScoped
{
    public required Guid OrganisationId { get; init; }

    public required Guid ExchangeId { get; init; }
}
