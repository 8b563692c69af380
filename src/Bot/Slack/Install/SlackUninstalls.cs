using System.Text.Json;
using RelateBot.Bot.Slack.Events;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// Ends an installation when Slack says that it is over: the tokens are forgotten and what waited to be sent is taken back. The data
/// stays until <see cref="DepartedOrganisations"/> finds that nobody came back.
/// </summary>
public sealed partial class SlackUninstalls(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SlackUninstalls> logger)
{
    /// <summary>False when the event tells of something else.</summary>
    public async Task<bool> TryHandleAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (RevokedTeams(envelope.Event) is { } revoked)
        {
            foreach (var team in revoked)
            {
                await LeaveAsync(team, cancellationToken);
            }

            return true;
        }

        if (!IsTheEnd(envelope.Event))
        {
            return false;
        }

        // Of an org-wide installation Slack names the enterprise, in one field or the other.
        foreach (var place in new[] { envelope.TeamId, envelope.EnterpriseId, envelope.ContextEnterpriseId }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await TryEndAsync(place, envelope, cancellationToken))
            {
                break;
            }
        }

        return true;
    }

    /// <summary>https://docs.slack.dev/reference/events/app_uninstalled and https://docs.slack.dev/reference/events/tokens_revoked</summary>
    private static bool IsTheEnd(JsonElement happened) => TypeOf(happened) switch
    {
        "app_uninstalled" => true,
        "tokens_revoked" => happened.TryGetProperty("tokens", out var tokens) && tokens.ValueKind is JsonValueKind.Object
            && tokens.TryGetProperty("bot", out var bots) && bots.ValueKind is JsonValueKind.Array && bots.GetArrayLength() > 0,
        _ => false,
    };

    /// <summary>The teams that an enterprise took the app from, while it keeps it elsewhere: https://docs.slack.dev/reference/events/team_access_revoked</summary>
    private static List<string>? RevokedTeams(JsonElement happened) =>
        TypeOf(happened) is "team_access_revoked" && happened.TryGetProperty("team_ids", out var teams) && teams.ValueKind is JsonValueKind.Array
            ? [.. teams.EnumerateArray().Where(team => team.ValueKind is JsonValueKind.String).Select(team => team.GetString()!).Where(team => SlackId.AllFit(team))]
            : null;

    private static string? TypeOf(JsonElement happened) =>
        happened.ValueKind is JsonValueKind.Object && happened.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String ? type.GetString() : null;

    /// <summary>Given access again, the team is let in as at first: when somebody there does something.</summary>
    private async Task LeaveAsync(string teamId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<InstallationStore>();
        if (await store.WorkspaceAsync(SlackPlatform.PlatformName, teamId, cancellationToken) is not { InstallationId: { } installationId } workspace
            || await store.FindAsync(installationId, cancellationToken) is not { IsOrgWide: true })
        {
            return;
        }

        scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
        await store.WithdrawWaitingAsync(installationId, workspace.Id, clock.GetUtcNow(), cancellationToken);
        workspace.InstallationId = null;
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        Log.Left(logger, workspace.Name, workspace.ExternalId);
    }

    private async Task<bool> TryEndAsync(string place, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<InstallationStore>();
        var installation = await store.FindAsync(SlackPlatform.PlatformName, place, cancellationToken);
        if (installation is null || (installation.IsOrgWide && envelope.IsOfOneTeam))
        {
            return false;
        }

        // Slack repeats an event for an hour; by then the app may have been installed again.
        var isOutdated = envelope.EventTime is { } seconds && seconds < installation.InstalledAt.ToUnixTimeSeconds() - 1;
        if (isOutdated)
        {
            return true;
        }

        if (installation.EndedAt is null)
        {
            scope.ServiceProvider.GetRequiredService<Tenant>().Is(installation.OrganisationId);
            installation.End(clock.GetUtcNow());
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
            Log.Ended(logger, installation.Name, installation.ExternalId);
        }

        await store.WithdrawWaitingAsync(installation.Id, workspaceId: null, clock.GetUtcNow(), cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The app was removed from {Name} ({ExternalId}): its token is forgotten")]
        public static partial void Ended(ILogger logger, string name, string externalId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The enterprise took the app from its team {Name} ({ExternalId})")]
        public static partial void Left(ILogger logger, string name, string externalId);
    }
}
