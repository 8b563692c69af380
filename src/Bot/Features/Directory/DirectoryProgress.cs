using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Records the results and the progress of a directory sync. The caller commits.</summary>
public sealed class DirectoryProgress(
    DirectorySyncStore syncs,
    AccountProfileImporter profiles,
    AccountDetailsImporter details,
    IPeopleDirectory people,
    OutboxWriter outboxWriter,
    TimeProvider clock)
{
    private const int PeopleBetweenNews = 2_500;

    /// <summary>Starts a sync, unless one is running.</summary>
    public async Task BeginAsync(Workspace workspace, CancellationToken cancellationToken) =>
        (await syncs.GetAsync(workspace, cancellationToken)).TryBegin(clock.GetUtcNow(), askedBy: null);

    /// <summary>Leases the sync for this host and this long. Null when there is nothing to read or another host has the lease.</summary>
    public async Task<DirectorySync?> TryLeaseAsync(
        Workspace workspace, DateTimeOffset? mine, TimeSpan length, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await syncs.FindAsync(workspace, cancellationToken) is not { Stage: not DirectoryStage.Idle } sync
            || (sync.LeasedUntil is { } until && until > now && until != mine))
        {
            return null;
        }

        sync.Lease(now + length);
        return sync;
    }

    /// <summary>Imports a page of people. Does nothing when the lease was lost in the meantime.</summary>
    public async Task TakeAsync(Workspace workspace, DirectoryPage page, DateTimeOffset? lease, CancellationToken cancellationToken)
    {
        var now = await syncs.GetAsync(workspace, cancellationToken);
        if (now.LeasedUntil != lease)
        {
            return;
        }

        var before = now.Read;
        now.Advance(page.Next, await profiles.ImportAsync(workspace, page.Accounts, cancellationToken));
        if (page.Next is null)
        {
            now.TurnToDepartments();
        }
        else if (before / PeopleBetweenNews < now.Read / PeopleBetweenNews)
        {
            await TellAsync(workspace, now.AskedBy, DirectoryMessages.Progress(workspace.Name, now.Changes), cancellationToken);
        }
    }

    /// <summary>Continues with the details, after the departments have been read.</summary>
    public async Task TurnToDetailsAsync(Workspace workspace, CancellationToken cancellationToken) =>
        (await syncs.GetAsync(workspace, cancellationToken)).TurnToDetails();

    /// <summary>Returns the next accounts whose details must be read.</summary>
    public async Task<IReadOnlyList<string>> AccountsAfterAsync(
        Workspace workspace, string? cursor, int limit, CancellationToken cancellationToken) =>
        await syncs.AccountsAfterAsync(workspace, cursor, limit, cancellationToken);

    /// <summary>Imports the details of some accounts and records the last of them as the cursor.</summary>
    public async Task TakeAsync(
        Workspace workspace, DepartmentSource departments, IReadOnlyDictionary<string, AccountDetails> told, string? last,
        CancellationToken cancellationToken)
    {
        await details.ImportAsync(workspace, departments, told, cancellationToken);
        (await syncs.GetAsync(workspace, cancellationToken)).Advance(last, DirectoryChanges.None);
    }

    /// <summary>Ends the sync, completed or failed, and tells the person who asked for it.</summary>
    public async Task<DirectorySync> FinishAsync(Workspace workspace, string? trouble, CancellationToken cancellationToken)
    {
        var sync = await syncs.GetAsync(workspace, cancellationToken);
        var news = trouble is null
            ? DirectoryMessages.Done(workspace.Name, sync.Changes)
            : DirectoryMessages.Stopped(workspace.Name, sync.Changes, trouble);
        await TellAsync(workspace, sync.AskedBy, news, cancellationToken);
        sync.Finish(clock.GetUtcNow());
        return sync;
    }

    private async Task TellAsync(Workspace workspace, Guid? personId, ChatMessage news, CancellationToken cancellationToken)
    {
        if (personId is { } id)
        {
            var asked = await people.GetPeopleAsync([id], cancellationToken);
            await outboxWriter.ToPeopleAsync(workspace, asked, news, "directory.read", actId: null, cancellationToken);
        }
    }
}
