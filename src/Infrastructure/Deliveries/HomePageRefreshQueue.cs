using System.Threading.Channels;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>
/// The home pages that this host has to draw anew, each once however often it changed meanwhile. Kept in memory: a page that is
/// missed when a host ends is drawn anew when it is opened.
/// </summary>
public sealed class HomePageRefreshQueue
{
    private readonly Channel<HomePageChange> order = Channel.CreateUnbounded<HomePageChange>();
    private readonly HashSet<HomePageChange> waiting = [];

    public void Add(HomePageChange change)
    {
        lock (waiting)
        {
            if (waiting.Add(change))
            {
                order.Writer.TryWrite(change);
            }
        }
    }

    /// <summary>The one that has waited longest. What changes from here on is another change.</summary>
    public async Task<HomePageChange> NextAsync(CancellationToken cancellationToken)
    {
        var change = await order.Reader.ReadAsync(cancellationToken);
        lock (waiting)
        {
            waiting.Remove(change);
        }

        return change;
    }
}

/// <summary>Whose home pages no longer show the truth: one person's, or those of a whole department.</summary>
public sealed record HomePageChange(Guid OrganisationId, Guid? PersonId, Guid? DepartmentId)
{
    /// <summary>A new entry of the ledger is on the pages of its giver and its receiver.</summary>
    public static IEnumerable<HomePageChange> For(Exchange exchange) =>
    [
        new(exchange.OrganisationId, exchange.FromPersonId, DepartmentId: null),
        new(exchange.OrganisationId, exchange.ToPersonId, exchange.ToPersonId is null ? exchange.ToDepartmentId : null),
    ];

    /// <summary>An ask is on the page of who asks.</summary>
    public static HomePageChange For(Ask ask) => new(ask.OrganisationId, ask.AskerId, DepartmentId: null);

    /// <summary>And on the pages of those who help.</summary>
    public static HomePageChange For(AskHelper helper) => new(helper.OrganisationId, helper.PersonId, DepartmentId: null);

    /// <summary>Somebody's five are on their own page, and on nobody else's.</summary>
    public static HomePageChange For(FocusPerson focus) => new(focus.OrganisationId, focus.OwnerId, DepartmentId: null);

    /// <summary>Whether somebody takes part in coffees is on their page.</summary>
    public static HomePageChange For(PairingMember member) => new(member.OrganisationId, member.PersonId, DepartmentId: null);

    /// <summary>So is whom they meet, once they were told.</summary>
    public static HomePageChange For(PairingSeat seat) => new(seat.OrganisationId, seat.PersonId, DepartmentId: null);
}
