using System.Text.Json;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Events;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Bot.Slack.Install;

/// <summary>
/// Ends an installation after an uninstall event: deletes the tokens and withdraws unsent messages. The data stays until <see
/// cref="DepartedOrganisationEraser"/> deletes it.
/// </summary>
public sealed partial class SlackUninstallHandler(
    OrganisationScope organisations,
    TimeProvider clock,
    ILogger<SlackUninstallHandler> logger)
{
    /// <summary>Handles an uninstall event. False for other events.</summary>
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

        if (!IsUninstall(envelope.Event))
        {
            return false;
        }

        // For an org-wide installation Slack names the enterprise in one of two fields.
        foreach (var place in new[] { envelope.TeamId, envelope.EnterpriseId, envelope.ContextEnterpriseId }
            .OfType<string>()
            .Distinct(StringComparer.Ordinal))
        {
            if (await TryEndAsync(place, envelope, cancellationToken))
            {
                break;
            }
        }

        return true;
    }

    /// <summary>
    /// https://docs.slack.dev/reference/events/app_uninstalled and https://docs.slack.dev/reference/events/tokens_revoked
    /// </summary>
    private static bool IsUninstall(JsonElement happened) => TypeOf(happened) switch
    {
        "app_uninstalled" => true,
        "tokens_revoked" => happened.TryGetProperty("tokens", out var tokens) && tokens.ValueKind is JsonValueKind.Object
            && tokens.TryGetProperty("bot", out var bots) && bots.ValueKind is JsonValueKind.Array && bots.GetArrayLength() > 0,
        _ => false,
    };

    /// <summary>
    /// Returns the teams that lost access while the enterprise keeps the app: https://docs.slack.dev/reference/events/team_access_revoked
    /// </summary>
    private static List<string>? RevokedTeams(JsonElement happened) =>
        TypeOf(happened) is "team_access_revoked"
            && happened.TryGetProperty("team_ids", out var teams)
            && teams.ValueKind is JsonValueKind.Array
            ? [.. teams
                .EnumerateArray()
                .Where(team => team.ValueKind is JsonValueKind.String)
                .Select(team => team.GetString()!)
                .Where(team => SlackId.AreValid(team))]
            : null;

    private static string? TypeOf(JsonElement happened) =>
        happened.ValueKind is JsonValueKind.Object
            && happened.TryGetProperty("type", out var type)
            && type.ValueKind is JsonValueKind.String ? type.GetString() : null;

    /// <summary>Ends the team's access. If it is granted again, the next request from the team restores it.</summary>
    private async Task LeaveAsync(string teamId, CancellationToken cancellationToken)
    {
        var left = await organisations.CommitFoundAsync(
            (InstallationStore store, CancellationToken token) => OfEnterpriseAsync(store, teamId, token),
            async (InstallationStore store, Workspace workspace, CancellationToken token) =>
            {
                await store.WithdrawWaitingAsync(workspace.InstallationId!.Value, workspace.Id, clock.GetUtcNow(), token);
                workspace.InstallationId = null;
                return workspace;
            },
            cancellationToken);
        if (left is not null)
        {
            Log.Left(logger, left.Name, left.ExternalId);
        }
    }

    /// <summary>A team that uses an enterprise's installation.</summary>
    private static async Task<Workspace?> OfEnterpriseAsync(InstallationStore store, string teamId, CancellationToken cancellationToken) =>
        await store.WorkspaceAsync(SlackPlatform.PlatformName, teamId, cancellationToken)
            is { InstallationId: { } installationId } workspace
        && await store.FindAsync(installationId, cancellationToken) is { IsOrgWide: true }
            ? workspace
            : null;

    private async Task<bool> TryEndAsync(string place, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var (installation, hasEndedNow) = await organisations.CommitFoundAsync(
            (InstallationStore store, CancellationToken token) => EndingAsync(store, place, envelope, token),
            (InstallationStore _, Installation ending, CancellationToken _) => Task.FromResult((ending, TryEnd(ending, envelope))),
            cancellationToken);
        if (installation is null)
        {
            return false;
        }

        if (hasEndedNow)
        {
            Log.Ended(logger, installation.Name, installation.ExternalId);
        }

        if (!IsOutdated(installation, envelope))
        {
            await organisations.AcrossAsync(
                (InstallationStore store, CancellationToken token) =>
                    store.WithdrawWaitingAsync(installation.Id, workspaceId: null, clock.GetUtcNow(), token),
                cancellationToken);
        }

        return true;
    }

    /// <summary>Returns the installation that the event ends. An event about one team doesn't end the enterprise's installation.</summary>
    private static async Task<Installation?> EndingAsync(
        InstallationStore store, string place, EventEnvelope envelope, CancellationToken cancellationToken) =>
        await store.FindAsync(SlackPlatform.PlatformName, place, cancellationToken) is { } installation
            && !(installation.IsOrgWide && envelope.IsOfOneTeam)
            ? installation
            : null;

    /// <summary>Slack repeats an event for an hour. The app may have been installed again since.</summary>
    private static bool IsOutdated(Installation installation, EventEnvelope envelope) =>
        envelope.EventTime is { } seconds && seconds < installation.InstalledAt.ToUnixTimeSeconds() - 1;

    private bool TryEnd(Installation installation, EventEnvelope envelope)
    {
        if (IsOutdated(installation, envelope) || installation.EndedAt is not null)
        {
            return false;
        }

        installation.End(clock.GetUtcNow());
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1,
            Level = LogLevel.Warning,
            Message = "The app was removed from {Name} ({ExternalId}): its token was deleted")]
        public static partial void Ended(ILogger logger, string name, string externalId);

        [LoggerMessage(
            EventId = 2,
            Level = LogLevel.Warning,
            Message = "The enterprise removed the app from its team {Name} ({ExternalId})")]
        public static partial void Left(ILogger logger, string name, string externalId);
    }
}
