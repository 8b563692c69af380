using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// Completes people and groups of which only the id is known, soon after they are recorded and in a regular sweep. Requests don't wait for
/// it, and a workspace whose platform doesn't answer doesn't hold up the others.
/// </summary>
internal sealed partial class AccountCompletionService(
    IEnumerable<IChatDirectory> directories, DirectoryImporter importer, IncompleteAccountSignal newcomers,
        OrganisationScope organisations, TimeProvider clock,
    ILogger<AccountCompletionService> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Guid, DateTimeOffset> waiting = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (directories.Any())
        {
            try
            {
                foreach (var directory in directories)
                {
                    foreach (var workspace in await directory.WorkspacesAsync(stoppingToken))
                    {
                        await TryCompleteAsync(directory, workspace, stoppingToken);
                    }
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.NotCompleted(logger, "any workspace", Sweep, exception.Message);
            }

            var now = clock.GetUtcNow();
            var next = waiting.Values.Append(now + Sweep).Min();
            await newcomers.WaitAsync(next > now ? next - now : TimeSpan.FromSeconds(1), clock, stoppingToken);
        }
    }

    private async Task TryCompleteAsync(IChatDirectory directory, Workspace workspace, CancellationToken cancellationToken)
    {
        if (waiting.TryGetValue(workspace.Id, out var until) && until > clock.GetUtcNow())
        {
            return;
        }

        waiting.Remove(workspace.Id);
        try
        {
            await CompleteAccountsAsync(directory, workspace, cancellationToken);
            await CompleteGroupsAsync(directory, workspace, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var pause = (exception as PlatformException)?.RetryAfter ?? AfterTrouble;
            waiting[workspace.Id] = clock.GetUtcNow() + pause;
            Log.NotCompleted(logger, workspace.Name, pause, exception.Message);
        }
    }

    private async Task CompleteAccountsAsync(IChatDirectory directory, Workspace workspace, CancellationToken cancellationToken)
    {
        while (await organisations.RunAsync(
                   workspace.OrganisationId,
                   (AccountProfileImporter importer, CancellationToken token) => importer.WithoutProfileAsync(workspace, Batch, token),
                   cancellationToken) is [_, ..] incomplete)
        {
            foreach (var account in incomplete.Select(identity => identity.ExternalId))
            {
                if (await directory.ReadAccountAsync(workspace, account, cancellationToken) is not { } profile)
                {
                    await organisations.ChangeAsync(
                        workspace.OrganisationId,
                        (AccountProfileImporter importer, CancellationToken token) => importer.MarkUnavailableAsync(
                            workspace,
                            account,
                            token),
                        cancellationToken);
                    continue;
                }

                await TryTakeDetailsAsync(directory, workspace, profile, cancellationToken);
                await importer.ImportAccountsAsync(directory, workspace, [profile], cancellationToken);
            }
        }
    }

    /// <summary>
    /// Imports an account's details, if they can be read. If a missing permission prevents it, the account still gets its name, and the
    /// nightly sync tries again.
    /// </summary>
    private async Task TryTakeDetailsAsync(
        IChatDirectory directory,
        Workspace workspace,
        AccountProfile profile,
        CancellationToken cancellationToken)
    {
        if (directory.DetailsPolicy is not AccountDetailsPolicy.Always || profile.Kind is not (PersonKind.Colleague or PersonKind.Guest))
        {
            return;
        }

        try
        {
            var details = await directory.ReadDetailsAsync(workspace, [profile.ExternalId], cancellationToken);
            await organisations.ChangeAsync(
                workspace.OrganisationId,
                (AccountDetailsImporter book, CancellationToken token) =>
                    book.ImportAsync(workspace, directory.Departments, details, token),
                cancellationToken);
        }
        catch (PlatformException exception) when (exception.IsPermanent)
        {
            Log.NoDetails(logger, workspace.Name, exception.Message);
        }
    }

    private async Task CompleteGroupsAsync(IChatDirectory directory, Workspace workspace, CancellationToken cancellationToken)
    {
        var waitingGroups = await organisations.RunAsync(
            workspace.OrganisationId,
            (AccountGroupImporter book, CancellationToken token) => book.WithoutMembersAsync(workspace, token),
            cancellationToken);
        if (waitingGroups.Count == 0)
        {
            return;
        }

        var told = (await directory.ReadGroupsAsync(workspace, cancellationToken)).ToDictionary(
            group => group.ExternalId,
            StringComparer.Ordinal);
        foreach (var id in waitingGroups.Select(group => group.ExternalId))
        {
            await (told.TryGetValue(id, out var group)
                ? importer.ImportGroupAsync(directory, workspace, group, cancellationToken)
                : organisations.ChangeAsync(
                    workspace.OrganisationId,
                    (AccountGroupImporter book, CancellationToken token) => book.MarkCompleteAsync(workspace, id, token),
                    cancellationToken));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "Newcomers of {Workspace} could not be completed; trying again in {Pause}: {Reason}")]
        public static partial void NotCompleted(ILogger logger, string workspace, TimeSpan pause, string reason);

        [LoggerMessage(
            EventId = 2,
            Level = LogLevel.Warning,
            Message = "A newcomer of {Workspace} is known without department or working hours: {Reason}")]
        public static partial void NoDetails(ILogger logger, string workspace, string reason);
    }
}
