using System.Collections.Concurrent;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Access;

/// <summary>
/// What the bot may do in a workspace. One that has installed an older version of the app lacks what newer ones ask for, until it installs
/// it once more.
/// </summary>
public sealed partial class SlackScopeChecker(SlackApi api, TimeProvider clock, ILogger<SlackScopeChecker> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    // Somebody may be waiting for an answer, which Slack wants within three seconds of the machine's time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, (IReadOnlyCollection<string> Scopes, DateTimeOffset Until)> known = new();

    /// <summary>
    /// True when a permission was given. While Slack does not say, what it said last is true, and before that nothing is.
    /// </summary>
    public async ValueTask<bool> HasScopeAsync(Workspace workspace, string scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (scopes, until) = known.GetValueOrDefault(workspace.Id, ([], default));
        if (until <= now)
        {
            var told = await AskAsync(workspace, cancellationToken);
            scopes = told ?? scopes;
            known[workspace.Id] = (scopes, now + (told is null ? AskAgain : Fresh));
        }

        return scopes.Contains(scope, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyCollection<string>?> AskAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.For(workspace).TestAuthAsync(cancellationToken).WaitAsync(Patience, cancellationToken)).Scopes;
        }
        catch (Exception exception) when (exception is SlackApiException or PlatformException or TimeoutException)
        {
            Log.NotTold(logger, workspace.ExternalId, exception.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Slack did not say what the bot may do in {TeamId}: {Reason}")]
        public static partial void NotTold(ILogger logger, string teamId, string reason);
    }
}
