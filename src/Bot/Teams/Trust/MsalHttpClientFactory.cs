using Microsoft.Identity.Client;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>Gives the authentication library the host's HTTP client, so that proxies and tests apply to it too.</summary>
internal sealed class MsalHttpClientFactory(IHttpClientFactory clients) : IMsalHttpClientFactory
{
    public const string ClientName = "teams-login";

    public HttpClient GetHttpClient() => clients.CreateClient(ClientName);
}
