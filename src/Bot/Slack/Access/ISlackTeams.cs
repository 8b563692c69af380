using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Access;

/// <summary>
/// The teams that are served here, and with what: the one of the bot token in the settings, or all that installed the app.
/// </summary>
public interface ISlackTeams
{
    /// <summary>What a request hears whose workspace was not found.</summary>
    ChatMessage Refusal { get; }

    /// <summary>False while it is not known yet who is served; a request may be worth repeating then.</summary>
    bool IsReady { get; }

    /// <summary>The workspace of a request, or null when it is not served here.</summary>
    /// <param name="teamId">The workspace of the act.</param>
    /// <param name="enterpriseId">The enterprise that the workspace belongs to, if any.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    ValueTask<Workspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancellationToken);

    /// <summary>All workspaces that are served now; waits until that is known.</summary>
    Task<IReadOnlyList<Workspace>> GetServedWorkspacesAsync(CancellationToken cancellationToken);

    /// <summary>The token to use now. Throws <see cref="PlatformException"/> when there is none.</summary>
    ValueTask<SlackAccess> AccessAsync(Workspace workspace, CancellationToken cancellationToken);
}
