using RelateBot.Bot.Chat;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack;

/// <summary>The team that the bot token belongs to, once Slack has told which it is.</summary>
public sealed class SlackTeam(Workspaces workspaces, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly TaskCompletionSource<Workspace> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the team is known.</summary>
    public Task<Workspace> Connected => connected.Task;

    /// <summary>What a request hears whose workspace was not found.</summary>
    public ChatMessage Refusal => Connected.IsCompleted ? SlackMessages.OtherTeam() : SlackMessages.NotConnected();

    public void Connect(Workspace workspace) => connected.TrySetResult(workspace);

    /// <summary>The workspace of a request, or null when the request is from a team that this installation does not serve.</summary>
    public async ValueTask<Workspace?> FindAsync(string? teamId, CancellationToken cancellationToken)
    {
        if (teamId is null)
        {
            return null;
        }

        if (!Connected.IsCompleted)
        {
            // Slack may be slow to say who we are; a team served before is served meanwhile.
            if (await workspaces.FindAsync(SlackPlatform.PlatformName, teamId, cancellationToken) is { } before)
            {
                return before;
            }

            try
            {
                await Connected.WaitAsync(Patience, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        var workspace = await Connected;
        return workspace.ExternalId == teamId ? workspace : null;
    }
}
