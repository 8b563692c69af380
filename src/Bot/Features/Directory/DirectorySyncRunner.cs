using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// Reads a workspace's directory: people page by page, then departments, then details. Each page and its cursor are committed together, so
/// a restart continues from there. A lease stops two hosts from reading at the same time.
/// </summary>
public sealed partial class DirectorySyncRunner(
    OrganisationScope organisations,
    DirectoryImporter importer,
    TimeProvider clock,
    ILogger<DirectorySyncRunner> logger)
{
    private const int AccountsAtOnce = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    /// <summary>Runs the sync to its end, unless there is nothing to read or another host is reading.</summary>
    public async Task RunAsync(IChatDirectory directory, Workspace workspace, CancellationToken cancellationToken)
    {
        DateTimeOffset? lease = null;
        while (await TryLeaseAsync(workspace, lease, Lease, cancellationToken) is { } sync)
        {
            lease = sync.LeasedUntil;
            try
            {
                await (sync.Stage switch
                {
                    DirectoryStage.People => ReadPeopleAsync(directory, workspace, sync, cancellationToken),
                    DirectoryStage.Departments => ReadDepartmentsAsync(directory, workspace, cancellationToken),
                    _ => ReadDetailsAsync(directory, workspace, sync, cancellationToken),
                });
            }
            catch (PlatformException exception) when (exception.IsPermanent)
            {
                Log.Stopped(logger, workspace.Name, exception.Message);
                await FinishAsync(workspace, exception.Message, cancellationToken);
            }
            catch (PlatformException exception)
            {
                var pause = exception.RetryAfter ?? AfterTrouble;
                Log.Waits(logger, workspace.Name, pause, exception.Message);
                lease = (await TryLeaseAsync(workspace, lease, Lease + pause, cancellationToken))?.LeasedUntil;
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    /// <summary>Returns null when there is nothing to read or another host has the lease.</summary>
    private async Task<DirectorySync?> TryLeaseAsync(
        Workspace workspace,
        DateTimeOffset? mine,
        TimeSpan length,
        CancellationToken cancellationToken)
    {
        try
        {
            return await organisations.CommitAsync(
                workspace.OrganisationId,
                (DirectoryProgress progress, CancellationToken token) => progress.TryLeaseAsync(workspace, mine, length, token),
                cancellationToken);
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    private async Task ReadPeopleAsync(
        IChatDirectory directory,
        Workspace workspace,
        DirectorySync sync,
        CancellationToken cancellationToken)
    {
        var page = await directory.ReadPageAsync(workspace, sync.Cursor, cancellationToken);
        await organisations.ChangeAsync(
            workspace.OrganisationId,
            (DirectoryProgress progress, CancellationToken token) => progress.TakeAsync(workspace, page, sync.LeasedUntil, token),
            cancellationToken);
    }

    private async Task ReadDepartmentsAsync(IChatDirectory directory, Workspace workspace, CancellationToken cancellationToken)
    {
        if (directory.Departments is DepartmentSource.Groups)
        {
            foreach (var group in await directory.ReadGroupsAsync(workspace, cancellationToken))
            {
                await importer.ImportGroupAsync(directory, workspace, group, cancellationToken);
            }
        }

        await (directory.DetailsPolicy is AccountDetailsPolicy.Never
            ? FinishAsync(workspace, trouble: null, cancellationToken)
            : organisations.ChangeAsync(
                workspace.OrganisationId,
                (DirectoryProgress progress, CancellationToken token) => progress.TurnToDetailsAsync(workspace, token),
                cancellationToken));
    }

    private async Task ReadDetailsAsync(
        IChatDirectory directory,
        Workspace workspace,
        DirectorySync sync,
        CancellationToken cancellationToken)
    {
        var accounts = await organisations.RunAsync(
            workspace.OrganisationId,
            (DirectoryProgress progress, CancellationToken token) => progress.AccountsAfterAsync(
                workspace,
                sync.Cursor,
                AccountsAtOnce,
                token),
            cancellationToken);
        var last = accounts is [.., var read] ? read : null;
        var details = await directory.ReadDetailsAsync(workspace, accounts, cancellationToken);
        await organisations.ChangeAsync(
            workspace.OrganisationId,
            (DirectoryProgress progress, CancellationToken token) => progress.TakeAsync(
                workspace,
                directory.Departments,
                details,
                last,
                token),
            cancellationToken);
        if (accounts.Count < AccountsAtOnce)
        {
            await FinishAsync(workspace, trouble: null, cancellationToken);
        }
    }

    private async Task FinishAsync(Workspace workspace, string? trouble, CancellationToken cancellationToken)
    {
        var sync = await organisations.ChangeAsync(
            workspace.OrganisationId,
            (DirectoryProgress progress, CancellationToken token) => progress.FinishAsync(workspace, trouble, token),
            cancellationToken);
        Log.Read(logger, workspace.Name, sync.Read, sync.Added, sync.Changed, sync.Left);
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Information,
            Message = "The directory of {Workspace} is read: {Read} people, {Added} new, {Changed} changed, {Left} gone")]
        public static partial void Read(ILogger logger, string workspace, int read, int added, int changed, int left);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Reading the directory of {Workspace} waits {Pause}: {Reason}")]
        public static partial void Waits(ILogger logger, string workspace, TimeSpan pause, string reason);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The directory of {Workspace} cannot be read to the end: {Reason}")]
        public static partial void Stopped(ILogger logger, string workspace, string reason);
    }
}
