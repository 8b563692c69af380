using RelateBot.Bot.Chat;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>
/// A team may be thanked before it is known who belongs to it. Once that is known, its people are told, if none of them has been yet.
/// The caller commits.
/// </summary>
public sealed class TeamThanks(GroupBook groups, IAccounts accounts, ILedger ledger, Acts acts, OutboxStore outbox, Outbound outbound, TimeProvider clock)
{
    // Older thanks would be a riddle.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Records those members whom nobody has met, so that they can be told.</summary>
    public async Task MeetAsync(Workspace workspace, AccountGroup group, CancellationToken cancellationToken)
    {
        if ((await UntoldAsync(workspace, group.ExternalId, cancellationToken)).Count > 0)
        {
            await accounts.MeetAsync(workspace, group.Members, cancellationToken);
            foreach (var account in group.Members)
            {
                await accounts.PersonAsync(workspace, account, name: null, cancellationToken);
            }
        }
    }

    /// <summary>Tells them.</summary>
    public async Task TellAsync(Workspace workspace, string groupId, CancellationToken cancellationToken)
    {
        foreach (var act in await UntoldAsync(workspace, groupId, cancellationToken))
        {
            await outbound.ToPeopleAsync(workspace, act.Members, ThanksMessages.ReceivedAsTeam(act, []), ThanksNews.Received, act.Id, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Act>> UntoldAsync(Workspace workspace, string groupId, CancellationToken cancellationToken)
    {
        if (await groups.WaitingDepartmentAsync(workspace, groupId, cancellationToken) is not { } departmentId)
        {
            return [];
        }

        List<Act> untold = [];
        foreach (var id in await ledger.ActsForDepartmentAsync(departmentId, clock.GetUtcNow() - Fresh, cancellationToken))
        {
            var told = (await outbox.PostsOfActAsync(id, cancellationToken)).Select(post => post.PersonId).OfType<Guid>().ToList();
            if (await acts.FindAsync(id, cancellationToken) is { IsTakenBack: false } act && told.TrueForAll(person => act.People.Any(named => named.Id == person)))
            {
                untold.Add(act);
            }
        }

        return untold;
    }
}
