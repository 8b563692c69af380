using System.Threading.Channels;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Deliveries;

/// <summary>
/// The home pages that this host has to update. Each is listed once, however often it changed. Kept in memory: a page missed when a host
/// stops is updated the next time it is opened.
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

    /// <summary>Waits for the next change and removes it from the queue, so that later changes are queued again.</summary>
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

/// <summary>The home pages that are out of date: one person's, or those of a whole department.</summary>
public sealed record HomePageChange(Guid OrganisationId, Guid? PersonId, Guid? DepartmentId)
{
    /// <summary>A ledger entry is shown on the pages of its giver and receiver.</summary>
    public static IEnumerable<HomePageChange> For(Exchange exchange) =>
    [
        new(exchange.OrganisationId, exchange.FromPersonId, DepartmentId: null),
        new(exchange.OrganisationId, exchange.ToPersonId, exchange.ToPersonId is null ? exchange.ToDepartmentId : null),
    ];

    /// <summary>An ask is shown on the asker's page.</summary>
    public static HomePageChange For(Ask ask) => new(ask.OrganisationId, ask.AskerId, DepartmentId: null);

    /// <summary>An ask is also shown on the helpers' pages.</summary>
    public static HomePageChange For(AskHelper helper) => new(helper.OrganisationId, helper.PersonId, DepartmentId: null);

    /// <summary>A focus list is shown only on its owner's page.</summary>
    public static HomePageChange For(FocusPerson focus) => new(focus.OrganisationId, focus.OwnerId, DepartmentId: null);

    /// <summary>A coffee membership is shown on the member's page.</summary>
    public static HomePageChange For(PairingMember member) => new(member.OrganisationId, member.PersonId, DepartmentId: null);

    /// <summary>A match is shown on the page of each of its people, once they are told.</summary>
    public static HomePageChange For(PairingSeat seat) => new(seat.OrganisationId, seat.PersonId, DepartmentId: null);
}
