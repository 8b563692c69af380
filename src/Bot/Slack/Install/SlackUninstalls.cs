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
    private static bool IsTheEnd(JsonElement happened) => happened.ValueKind is JsonValueKind.Object && happened.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String
        && type.GetString() switch
        {
            "app_uninstalled" => true,
            "tokens_revoked" => happened.TryGetProperty("tokens", out var tokens) && tokens.ValueKind is JsonValueKind.Object
                && tokens.TryGetProperty("bot", out var bots) && bots.ValueKind is JsonValueKind.Array && bots.GetArrayLength() > 0,
            _ => false,
        };

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

        await store.WithdrawWaitingAsync(installation.Id, clock.GetUtcNow(), cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The app was removed from {Name} ({ExternalId}): its token is forgotten")]
        public static partial void Ended(ILogger logger, string name, string externalId);
    }
}
