using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Access;

/// <summary>The team of the bot token in the settings, available once Slack has identified it.</summary>
public sealed class ConfiguredSlackTeam(WorkspaceRegistry workspaces, IOptions<SlackOptions> options, TimeProvider clock) : ISlackTeams
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly TaskCompletionSource<Workspace> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when Slack has identified the team.</summary>
    public Task<Workspace> Connected => connected.Task;

    public bool IsReady => Connected.IsCompleted;

    public ChatMessage Refusal => IsReady ? SlackMessages.OtherTeam() : SlackMessages.NotConnected();

    public void Connect(Workspace workspace) => connected.TrySetResult(workspace);

    public async ValueTask<Workspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancellationToken)
    {
        if (teamId is null)
        {
            return null;
        }

        if (!IsReady)
        {
            // Slack may answer slowly at startup. A team that was served before is served meanwhile.
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

    public async Task<IReadOnlyList<Workspace>> GetServedWorkspacesAsync(CancellationToken cancellationToken) =>
        [await Connected.WaitAsync(cancellationToken)];

    public ValueTask<SlackAccess> AccessAsync(Workspace workspace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new SlackAccess(options.Value.BotToken, IsOrgWide: false));
}
