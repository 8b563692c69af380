using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Access;

/// <summary>
/// The teams that are served, with their tokens: the team of the configured bot token, or every team that installed the app.
/// </summary>
public interface ISlackTeams
{
    /// <summary>The reply to a request from an unknown workspace.</summary>
    ChatMessage Refusal { get; }

    /// <summary>False while the served teams aren't known yet. The request can be retried then.</summary>
    bool IsReady { get; }

    /// <summary>Returns the workspace of a request, or null when it isn't served here.</summary>
    /// <param name="teamId">The workspace in which the action happened.</param>
    /// <param name="enterpriseId">The enterprise that the workspace belongs to, if any.</param>
    /// <param name="cancellationToken">Cancels the lookup.</param>
    ValueTask<Workspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancellationToken);

    /// <summary>Returns all workspaces that are served now. Waits until they are known.</summary>
    Task<IReadOnlyList<Workspace>> GetServedWorkspacesAsync(CancellationToken cancellationToken);

    /// <summary>Returns the token to use now. Throws <see cref="PlatformException"/> when there is none.</summary>
    ValueTask<SlackAccess> AccessAsync(Workspace workspace, CancellationToken cancellationToken);
}
