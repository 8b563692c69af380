using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// Stores an installation, new or repeated, and chooses its organisation. A known team stays in its organisation, an enterprise is one
/// organisation, and everyone else gets a new one unless Slack:OneOrganisation is set.
/// </summary>
public sealed partial class SlackInstaller(
    OrganisationScope organisations, WorkspaceRegistry workspaces, TokenProtector tokenProtector, IOptions<SlackOptions> options,
        IOptions<OrganisationOptions> organisation,
    TimeProvider clock, ILogger<SlackInstaller> logger)
{
    private const int Attempts = 3;

    /// <summary>Stores the installation and returns a description of what was installed.</summary>
    public async Task<string> InstallAsync(OAuthV2AccessResponse consent, CancellationToken cancellationToken)
    {
        var isOrgWide = consent.IsEnterpriseInstall;
        var place = (isOrgWide ? consent.Enterprise : consent.Team)
            ?? throw new PlatformException("oauth.v2.access: no team in the answer.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryInstallAsync(place, isOrgWide, consent, cancellationToken);
                Log.Installed(logger, place.Name ?? "", place.Id);
                return place.Name ?? place.Id;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Two people installed it at the same time. The other's row exists now, and this consent updates it.
            }
        }
    }

    private Task<Installation?> TryInstallAsync(
        OAuthV2AccessResponse.NamedOf place, bool isOrgWide, OAuthV2AccessResponse consent, CancellationToken cancellationToken) =>
        organisations.CommitFoundAsync(
            (InstallationStore store, CancellationToken token) => FindAsync(store, place, isOrgWide, consent.Enterprise?.Id, token),
            (InstallationStore store, Found found, CancellationToken _) =>
                Task.FromResult(Install(store, found, place, isOrgWide, consent)),
            cancellationToken);

    private async Task<Found?> FindAsync(
        InstallationStore store,
        OAuthV2AccessResponse.NamedOf place,
        bool isOrgWide,
        string? enterpriseId,
        CancellationToken cancellationToken)
    {
        var installation = await store.FindAsync(SlackPlatform.PlatformName, place.Id, cancellationToken);
        var workspace = isOrgWide ? null : await store.WorkspaceAsync(SlackPlatform.PlatformName, place.Id, cancellationToken);
        var organisationId = installation?.OrganisationId ?? workspace?.OrganisationId
            ?? await OrganisationAsync(store, place, enterpriseId, cancellationToken);
        return new Found(installation, workspace, organisationId);
    }

    private Installation Install(
        InstallationStore store, Found found, OAuthV2AccessResponse.NamedOf place, bool isOrgWide, OAuthV2AccessResponse consent)
    {
        var (installation, workspace, organisationId) = found;
        if (installation is null)
        {
            installation = new Installation
            {
                Id = NewId(),
                OrganisationId = organisationId,
                Platform = SlackPlatform.PlatformName,
                ExternalId = place.Id,
                Name = place.Name ?? place.Id,
            };
            store.Add(installation);
        }

        installation.Name = place.Name ?? installation.Name;
        installation.IsOrgWide = isOrgWide;
        installation.EnterpriseExternalId = consent.Enterprise?.Id;
        installation.BotExternalId = consent.BotUserId;
        installation.Begin(
            clock.GetUtcNow(), tokenProtector.Protect(installation.Id, consent.AccessToken),
            consent.RefreshToken is { Length: > 0 } refresh ? tokenProtector.Protect(installation.Id, refresh) : null,
            consent.ExpiresIn is { } seconds ? clock.GetUtcNow().AddSeconds(seconds) : null);
        if (!isOrgWide)
        {
            Open(store, workspace, installation);
        }

        return installation;
    }

    private void Open(InstallationStore store, Workspace? workspace, Installation installation)
    {
        if (workspace is null)
        {
            workspace = new Workspace
            {
                Id = NewId(),
                OrganisationId = installation.OrganisationId,
                Platform = SlackPlatform.PlatformName,
                ExternalId = installation.ExternalId,
                Name = installation.Name,
            };
            store.Add(workspace);
        }

        workspace.Name = installation.Name;
        workspace.BotExternalId = installation.BotExternalId;
        workspace.InstallationId = installation.Id;
    }

    private async Task<Guid> OrganisationAsync(
        InstallationStore store,
        OAuthV2AccessResponse.NamedOf place,
        string? enterpriseId,
        CancellationToken cancellationToken)
    {
        if (enterpriseId is not null
            && await store.OrganisationOfEnterpriseAsync(SlackPlatform.PlatformName, enterpriseId, cancellationToken) is { } ofEnterprise)
        {
            return ofEnterprise;
        }

        if (options.Value.OneOrganisation)
        {
            return (await workspaces.OrganisationAsync(cancellationToken)).Id;
        }

        var its = new Organisation { Id = NewId(), Name = place.Name ?? place.Id, TimeZone = organisation.Value.TimeZone };
        store.Add(its);
        return its.Id;
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>An earlier installation and its organisation.</summary>
    private sealed record Found(Installation? Installation, Workspace? Workspace, Guid OrganisationId) : IOrganisationScoped;

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The app was installed in {Name} ({ExternalId})")]
        public static partial void Installed(ILogger logger, string name, string externalId);
    }
}
