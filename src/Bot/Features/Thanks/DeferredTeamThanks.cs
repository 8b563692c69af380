using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>
/// A team may be thanked before its members are known. Once they are, this tells them, if none of them has been told yet. The caller
/// commits.
/// </summary>
public sealed class DeferredTeamThanks(
    AccountGroupImporter importer,
    IAccountStore accounts,
    ILedger ledger,
    ActReader actReader,
    OutboxStore outbox,
    OutboxWriter outboxWriter,
    TimeProvider clock)
{
    // Members wouldn't understand older thanks.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Records members who aren't known yet, so that they can be told.</summary>
    public async Task AddUnknownMembersAsync(Workspace workspace, AccountGroup group, CancellationToken cancellationToken)
    {
        if ((await UntoldAsync(workspace, group.ExternalId, cancellationToken)).Count > 0)
        {
            await accounts.PreloadAsync(workspace, group.Members, cancellationToken);
            foreach (var account in group.Members)
            {
                await accounts.GetOrAddPersonAsync(workspace, account, name: null, cancellationToken);
            }
        }
    }

    /// <summary>Tells the members.</summary>
    public async Task NotifyMembersAsync(Workspace workspace, string groupId, CancellationToken cancellationToken)
    {
        foreach (var act in await UntoldAsync(workspace, groupId, cancellationToken))
        {
            await outboxWriter.ToPeopleAsync(
                workspace,
                act.Members,
                ThanksMessages.ReceivedAsTeam(act, []),
                ThanksNotifier.Received,
                act.Id,
                cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Act>> UntoldAsync(Workspace workspace, string groupId, CancellationToken cancellationToken)
    {
        if (await importer.WaitingDepartmentAsync(workspace, groupId, cancellationToken) is not { } departmentId)
        {
            return [];
        }

        List<Act> untold = [];
        foreach (var id in await ledger.ActsForDepartmentAsync(departmentId, clock.GetUtcNow() - Fresh, cancellationToken))
        {
            var told = (await outbox.PostsOfActAsync(id, cancellationToken)).Select(post => post.PersonId).OfType<Guid>().ToList();
            if (await actReader.FindAsync(id, cancellationToken) is { IsTakenBack: false } act
                && told.TrueForAll(person => act.People.Any(named => named.Id == person)))
            {
                untold.Add(act);
            }
        }

        return untold;
    }
}
