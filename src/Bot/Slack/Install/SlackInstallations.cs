using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// Every team that installed the app, and every team of an enterprise that did. Nothing is kept in memory: another host may have
/// installed or ended one a moment ago.
/// </summary>
public sealed class SlackInstallations(IServiceScopeFactory scopes, SlackTokens tokens, TimeProvider clock) : ISlackTeams
{
    public ChatMessage Refusal => SlackMessages.OtherTeam();

    public bool IsReady => true;

    public async ValueTask<Workspace?> FindAsync(string? teamId, string? enterpriseId, CancellationToken cancellationToken)
    {
        if (teamId is null)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<InstallationStore>();
        return await store.OpenWorkspaceAsync(SlackPlatform.PlatformName, teamId, cancellationToken)
            ?? (enterpriseId is null ? null : await JoinAsync(scope.ServiceProvider, store, teamId, enterpriseId, cancellationToken));
    }

    public async Task<IReadOnlyList<Workspace>> ServedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<InstallationStore>().OpenWorkspacesAsync(SlackPlatform.PlatformName, cancellationToken);
    }

    public ValueTask<SlackAccess> AccessAsync(Workspace workspace, CancellationToken cancellationToken) => tokens.CurrentAsync(workspace, cancellationToken);

    /// <summary>A team of an enterprise that installed the app for all of its teams is heard of when somebody there does something.</summary>
    private async Task<Workspace?> JoinAsync(IServiceProvider services, InstallationStore store, string teamId, string enterpriseId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(SlackPlatform.PlatformName, enterpriseId, cancellationToken) is not { IsOrgWide: true, EndedAt: null } installation)
        {
            return null;
        }

        var workspace = await store.WorkspaceAsync(SlackPlatform.PlatformName, teamId, cancellationToken);
        services.GetRequiredService<Tenant>().Is(workspace?.OrganisationId ?? installation.OrganisationId);
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
        try
        {
            await services.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
            return workspace;
        }
        catch (ConflictException)
        {
            // Two of its people came at once, and the other request was first.
            return await store.OpenWorkspaceAsync(SlackPlatform.PlatformName, teamId, cancellationToken);
        }
    }
}
