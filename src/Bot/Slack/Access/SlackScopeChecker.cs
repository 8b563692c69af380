using System.Collections.Concurrent;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Access;

/// <summary>
/// Checks which permissions the bot has in a workspace. A workspace that installed an older version of the app lacks new permissions until
/// it installs the app again.
/// </summary>
public sealed partial class SlackScopeChecker(SlackApi api, TimeProvider clock, ILogger<SlackScopeChecker> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    // A person may be waiting for an answer. Slack allows three seconds of real time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, (IReadOnlyCollection<string> Scopes, DateTimeOffset Until)> known = new();

    /// <summary>
    /// True when the permission was granted. Uses the last known answer while Slack doesn't respond, and false before the first one.
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
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Couldn't read the bot's permissions in {TeamId}: {Reason}")]
        public static partial void NotTold(ILogger logger, string teamId, string reason);
    }
}
