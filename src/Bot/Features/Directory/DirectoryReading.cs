using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// Reads a workspace's directory: people page by page, then departments, then details. After each page what was read and how far it has come commit
/// together, so whoever goes on after a restart goes on from there. A lease keeps two hosts from reading at once.
/// </summary>
public sealed partial class DirectoryReading(IServiceScopeFactory scopes, DirectoryIntake intake, TimeProvider clock, ILogger<DirectoryReading> logger)
{
    private const int AccountsAtOnce = 20;
    private const int PeopleBetweenNews = 2_500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    /// <summary>Reads to the end what is to be read, unless another host is at it.</summary>
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

    /// <summary>Null when nothing is to be read or another host has it.</summary>
    private async Task<DirectorySync?> TryLeaseAsync(Workspace workspace, DateTimeOffset? mine, TimeSpan length, CancellationToken cancellationToken)
    {
        DirectorySync? leased = null;
        try
        {
            await ChangeAsync(
                workspace,
                sync =>
                {
                    var now = clock.GetUtcNow();
                    if (sync is { Stage: not DirectoryStage.Idle } && (sync.LeasedUntil is not { } until || until <= now || until == mine))
                    {
                        sync.Lease(now + length);
                        leased = sync;
                    }
                },
                cancellationToken);
            return leased;
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    private async Task ReadPeopleAsync(IChatDirectory directory, Workspace workspace, DirectorySync sync, CancellationToken cancellationToken)
    {
        var page = await directory.ReadPageAsync(workspace, sync.Cursor, cancellationToken);
        await intake.ChangeAsync(
            workspace,
            async (services, token) =>
            {
                var now = await services.GetRequiredService<DirectorySyncs>().GetAsync(workspace, token);
                if (now.LeasedUntil != sync.LeasedUntil)
                {
                    return;
                }

                var before = now.Read;
                now.Advance(page.Next, await services.GetRequiredService<ProfileBook>().TakeAsync(workspace, page.Accounts, token));
                if (page.Next is null)
                {
                    now.TurnToDepartments();
                }
                else if (before / PeopleBetweenNews < now.Read / PeopleBetweenNews)
                {
                    await TellAsync(services, workspace, now.AskedBy, DirectoryMessages.Progress(workspace.Name, now.Changes), token);
                }
            },
            cancellationToken);
    }

    private async Task ReadDepartmentsAsync(IChatDirectory directory, Workspace workspace, CancellationToken cancellationToken)
    {
        if (directory.Departments is DepartmentSource.Groups)
        {
            foreach (var group in await directory.ReadGroupsAsync(workspace, cancellationToken))
            {
                await intake.TakeGroupAsync(directory, workspace, group, cancellationToken);
            }
        }

        await (directory.Details is DetailReading.Never
            ? FinishAsync(workspace, trouble: null, cancellationToken)
            : intake.ChangeAsync(workspace, async (services, token) => (await services.GetRequiredService<DirectorySyncs>().GetAsync(workspace, token)).TurnToDetails(), cancellationToken));
    }

    private async Task ReadDetailsAsync(IChatDirectory directory, Workspace workspace, DirectorySync sync, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> accounts;
        await using (var scope = scopes.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
            accounts = await scope.ServiceProvider.GetRequiredService<DirectorySyncs>().AccountsAfterAsync(workspace, sync.Cursor, AccountsAtOnce, cancellationToken);
        }

        var details = await directory.ReadDetailsAsync(workspace, accounts, cancellationToken);
        await intake.ChangeAsync(
            workspace,
            async (services, token) =>
            {
                await services.GetRequiredService<DetailsBook>().TakeAsync(workspace, directory.Departments, details, token);
                (await services.GetRequiredService<DirectorySyncs>().GetAsync(workspace, token)).Advance(accounts is [.., var last] ? last : null, DirectoryChanges.None);
            },
            cancellationToken);
        if (accounts.Count < AccountsAtOnce)
        {
            await FinishAsync(workspace, trouble: null, cancellationToken);
        }
    }

    private Task FinishAsync(Workspace workspace, string? trouble, CancellationToken cancellationToken) => intake.ChangeAsync(
        workspace,
        async (services, token) =>
        {
            var sync = await services.GetRequiredService<DirectorySyncs>().GetAsync(workspace, token);
            var news = trouble is null ? DirectoryMessages.Done(workspace.Name, sync.Changes) : DirectoryMessages.Stopped(workspace.Name, sync.Changes, trouble);
            await TellAsync(services, workspace, sync.AskedBy, news, token);
            sync.Finish(clock.GetUtcNow());
            Log.Read(logger, workspace.Name, sync.Read, sync.Added, sync.Changed, sync.Left);
        },
        cancellationToken);

    private static async Task TellAsync(IServiceProvider services, Workspace workspace, Guid? personId, ChatMessage news, CancellationToken cancellationToken)
    {
        if (personId is { } id)
        {
            var people = await services.GetRequiredService<IDirectory>().PeopleAsync([id], cancellationToken);
            await services.GetRequiredService<Outbound>().ToPeopleAsync(workspace, people, news, "directory.read", actId: null, cancellationToken);
        }
    }

    private async Task ChangeAsync(Workspace workspace, Action<DirectorySync> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
        if (await scope.ServiceProvider.GetRequiredService<DirectorySyncs>().FindAsync(workspace, cancellationToken) is { } sync)
        {
            change(sync);
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The directory of {Workspace} is read: {Read} people, {Added} new, {Changed} changed, {Left} gone")]
        public static partial void Read(ILogger logger, string workspace, int read, int added, int changed, int left);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Reading the directory of {Workspace} waits {Pause}: {Reason}")]
        public static partial void Waits(ILogger logger, string workspace, TimeSpan pause, string reason);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The directory of {Workspace} cannot be read to the end: {Reason}")]
        public static partial void Stopped(ILogger logger, string workspace, string reason);
    }
}
