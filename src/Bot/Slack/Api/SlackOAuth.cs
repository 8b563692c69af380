using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace RelateBot.Bot.Slack.Api;

/// <summary>Requests tokens on behalf of the app: https://docs.slack.dev/authentication/installing-with-oauth</summary>
public sealed class SlackOAuth(HttpClient http, IOptions<SlackOptions> options)
{
    private readonly SlackApiClient api = new(http, _ => ValueTask.FromResult(Basic(options.Value)));

    /// <summary>Exchanges the code that Slack returns after consent.</summary>
    public Task<OAuthV2AccessResponse> ExchangeAsync(string code, CancellationToken cancellationToken) =>
        api.ExchangeAsync([new("code", code), new("redirect_uri", options.Value.RedirectUrl.ToString())], cancellationToken);

    /// <summary>Exchanges a refresh token: https://docs.slack.dev/authentication/using-token-rotation</summary>
    public Task<OAuthV2AccessResponse> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        api.ExchangeAsync([new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], cancellationToken);

    private static AuthenticationHeaderValue Basic(SlackOptions options) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
}
