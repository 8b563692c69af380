using System.Net.Http.Headers;
using RelateBot.Bot.Slack.Access;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Api;

/// <summary>Creates Web API clients for a workspace or a token.</summary>
public sealed class SlackApi(HttpClient http, ISlackTeams teams)
{
    /// <summary>Uses the workspace's token, read at each call.</summary>
    public SlackApiClient For(Workspace workspace) =>
        new(http, cancellationToken => BearerAsync(workspace, cancellationToken), workspace.ExternalId);

    /// <summary>Uses a token from the settings.</summary>
    public SlackApiClient With(string token) => new(http, _ => ValueTask.FromResult(Bearer(token)));

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    private async ValueTask<AuthenticationHeaderValue> BearerAsync(Workspace workspace, CancellationToken cancellationToken) =>
        Bearer((await teams.AccessAsync(workspace, cancellationToken)).Token);
}
