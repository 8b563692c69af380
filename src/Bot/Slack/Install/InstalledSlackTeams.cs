using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// The teams that installed the app, and the teams of enterprises that did. Nothing is cached, because another host may have added or ended
/// an installation.
/// </summary>
public sealed class InstalledSlackTeams(OrganisationScope organisations, SlackTokenProvider tokens, TimeProvider clock) : ISlackTeams
{
    public ChatMessage Refusal => SlackMessages.OtherTeam();

    public bool IsReady => true;

    public async ValueTask<Workspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancellationToken)
    {
        if (teamId is null)
        {
            return null;
        }

        return await OpenAsync(teamId, cancellationToken)
            ?? (enterpriseId is null ? null : await JoinAsync(teamId, enterpriseId, cancellationToken));
    }

    public Task<IReadOnlyList<Workspace>> GetServedWorkspacesAsync(CancellationToken cancellationToken) =>
        organisations.AcrossAsync(
            (InstallationStore store, CancellationToken token) => store.OpenWorkspacesAsync(SlackPlatform.PlatformName, token),
            cancellationToken);

    public ValueTask<SlackAccess> AccessAsync(Workspace workspace, CancellationToken cancellationToken) =>
        tokens.CurrentAsync(workspace, cancellationToken);

    private Task<Workspace?> OpenAsync(string teamId, CancellationToken cancellationToken) =>
        organisations.AcrossAsync(
            (InstallationStore store, CancellationToken token) => store.OpenWorkspaceAsync(SlackPlatform.PlatformName, teamId, token),
            cancellationToken);

    /// <summary>Adds a team of an enterprise with an org-wide installation when its first request arrives.</summary>
    private async Task<Workspace?> JoinAsync(string teamId, string enterpriseId, CancellationToken cancellationToken)
    {
        try
        {
            return await organisations.CommitFoundAsync(
                (InstallationStore store, CancellationToken token) => FindAsync(store, teamId, enterpriseId, token),
                (InstallationStore store, Joining joining, CancellationToken _) => Task.FromResult(Join(store, joining, teamId)),
                cancellationToken);
        }
        catch (ConflictException)
        {
            // Two people of the team made the first requests at the same time, and the other one was stored first.
            return await OpenAsync(teamId, cancellationToken);
        }
    }

    private static async Task<Joining?> FindAsync(
        InstallationStore store, string teamId, string enterpriseId, CancellationToken cancellationToken) =>
        await store.FindAsync(SlackPlatform.PlatformName, enterpriseId, cancellationToken) is
        {
            IsOrgWide: true,
            EndedAt: null
        } installation
            ? new Joining(installation, await store.WorkspaceAsync(SlackPlatform.PlatformName, teamId, cancellationToken))
            : null;

    private Workspace Join(InstallationStore store, Joining joining, string teamId)
    {
        var (installation, workspace) = joining;
        if (workspace is null)
        {
            workspace = new Workspace
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                OrganisationId = installation.OrganisationId,
                Platform = SlackPlatform.PlatformName,
                ExternalId = teamId,
                Name = $"{installation.Name}, {teamId}",
            };
            store.Add(workspace);
        }

        workspace.BotExternalId = installation.BotExternalId;
        workspace.InstallationId = installation.Id;
        return workspace;
    }

    /// <summary>
    /// Returns an enterprise's installation, and the team if it was stored before. A known team stays in its organisation.
    /// </summary>
    private sealed record Joining(Installation Installation, Workspace? Workspace) : IOrganisationScoped
    {
        public Guid OrganisationId => Workspace?.OrganisationId ?? Installation.OrganisationId;
    }
}
