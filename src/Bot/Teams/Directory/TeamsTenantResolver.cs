using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Directory;

/// <summary>
/// Finds the workspace of a tenant, and adds it with its first activity. With one tenant, it belongs to the configured organisation. With
/// several, each is its own organisation unless Teams:OneOrganisation is set.
/// </summary>
public sealed class TeamsTenantResolver(WorkspaceRegistry workspaces, IOptions<TeamsOptions> options)
{
    private bool AreApart => options.Value.Tenants.Count > 1 && !options.Value.OneOrganisation;

    /// <summary>Returns the workspace of a trusted activity, or null when it names no tenant.</summary>
    public async ValueTask<Workspace?> OfAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.TenantId is not { Length: > 0 } tenant)
        {
            return null;
        }

        if (await workspaces.FindAsync(TeamsPlatform.PlatformName, tenant, cancellationToken) is { } known)
        {
            return known;
        }

        return AreApart
            ? await workspaces.ConnectAsOwnOrganisationAsync(
                TeamsPlatform.PlatformName,
                tenant,
                $"Teams tenant {tenant}",
                activity.Recipient?.Id,
                cancellationToken)
            : await workspaces.ConnectAsync(
                TeamsPlatform.PlatformName,
                tenant,
                "Microsoft Teams",
                activity.Recipient?.Id,
                cancellationToken);
    }
}
