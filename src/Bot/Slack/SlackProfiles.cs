using RelateBot.Bot.Chat;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack;

/// <summary>Completes people of whom only an account id is known, after they were met and from a sweep. No request waits for it.</summary>
public sealed partial class SlackProfiles(
    SlackApi api, ISlackTeams teams, NewcomerSignal newcomers, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SlackProfiles> logger) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (await SweepAsync(stoppingToken) is { } pause)
            {
                await Task.Delay(pause, clock, stoppingToken);
            }
            else
            {
                await newcomers.WaitAsync(Sweep, clock, stoppingToken);
            }
        }
    }

    /// <summary>Returns for how long to wait when there was trouble. One workspace's trouble is not the others'.</summary>
    private async Task<TimeSpan?> SweepAsync(CancellationToken cancellationToken)
    {
        TimeSpan? longest = null;
        foreach (var workspace in await TryAsync(() => teams.ServedAsync(cancellationToken)) ?? [])
        {
            await TryAsync(async () =>
            {
                await CompleteAllAsync(workspace, cancellationToken);
                return workspace;
            });
        }

        return longest;

        async Task<T?> TryAsync<T>(Func<Task<T>> work)
            where T : class
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var pause = (exception as PlatformException)?.RetryAfter ?? AfterTrouble;
                longest = longest > pause ? longest : pause;
                Log.NotCompleted(logger, pause, exception.Message);
                return null;
            }
        }
    }

    private async Task CompleteAllAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var incomplete = await InScopeAsync(
            workspace, (services, token) => services.GetRequiredService<ProfileBook>().WithoutProfileAsync(workspace, token), cancellationToken);
        foreach (var identity in incomplete)
        {
            var profile = await ReadAsync(workspace, identity.ExternalId, cancellationToken);
            await InScopeAsync(workspace, async (services, token) =>
            {
                await services.GetRequiredService<ProfileBook>().CompleteAsync(identity.Id, profile, token);
                return true;
            }, cancellationToken);
        }
    }

    /// <summary>Null when Slack will never tell about this user.</summary>
    private async Task<AccountProfile?> ReadAsync(Workspace workspace, string userId, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.For(workspace).ReadUserAsync(userId, cancellationToken)).User is { } user ? SlackProfile.Of(user) : null;
        }
        catch (SlackApiException exception) when (exception.ToPlatformException() is { IsPermanent: true })
        {
            return null;
        }
        catch (SlackApiException exception)
        {
            throw exception.ToPlatformException();
        }
    }

    private async Task<T> InScopeAsync<T>(Workspace workspace, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
        return await work(scope.ServiceProvider, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Profiles could not be read; trying again in {Pause}: {Reason}")]
        public static partial void NotCompleted(ILogger logger, TimeSpan pause, string reason);
    }
}
