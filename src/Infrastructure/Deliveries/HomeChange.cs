using RelateBot.Domain.Exchanges;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>Whose home pages no longer show the truth: one person's, or those of a whole department.</summary>
public sealed record HomeChange(Guid OrganisationId, Guid? PersonId, Guid? DepartmentId)
{
    /// <summary>A new entry of the ledger is on the pages of its giver and its receiver.</summary>
    public static IEnumerable<HomeChange> By(Exchange exchange) =>
    [
        new(exchange.OrganisationId, exchange.FromPersonId, DepartmentId: null),
        new(exchange.OrganisationId, exchange.ToPersonId, exchange.ToPersonId is null ? exchange.ToDepartmentId : null),
    ];
}
