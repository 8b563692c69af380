using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Pairing;

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

    /// <summary>An ask is on the page of who asks.</summary>
    public static HomeChange By(Ask ask) => new(ask.OrganisationId, ask.AskerId, DepartmentId: null);

    /// <summary>And on the pages of those who help.</summary>
    public static HomeChange By(AskHelper helper) => new(helper.OrganisationId, helper.PersonId, DepartmentId: null);

    /// <summary>Somebody's five are on their own page, and on nobody else's.</summary>
    public static HomeChange By(FocusPerson focus) => new(focus.OrganisationId, focus.OwnerId, DepartmentId: null);

    /// <summary>Whether somebody takes part in coffees is on their page.</summary>
    public static HomeChange By(PairingMember member) => new(member.OrganisationId, member.PersonId, DepartmentId: null);

    /// <summary>So is whom they meet, once they were told.</summary>
    public static HomeChange By(PairingSeat seat) => new(seat.OrganisationId, seat.PersonId, DepartmentId: null);
}
