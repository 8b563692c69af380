using System.Net.Http.Headers;
using RelateBot.Bot.Slack.Access;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Api;

/// <summary>Slack's Web API, on whose behalf it is asked.</summary>
public sealed class SlackApi(HttpClient http, ISlackTeams teams)
{
    /// <summary>With the token of a workspace, as it is when a call is made.</summary>
    public SlackApiClient For(Workspace workspace) =>
        new(http, cancellationToken => BearerAsync(workspace, cancellationToken), workspace.ExternalId);

    /// <summary>With a token from the settings.</summary>
    public SlackApiClient With(string token) => new(http, _ => ValueTask.FromResult(Bearer(token)));

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    private async ValueTask<AuthenticationHeaderValue> BearerAsync(Workspace workspace, CancellationToken cancellationToken) =>
        Bearer((await teams.AccessAsync(workspace, cancellationToken)).Token);
}
