using Microsoft.Identity.Client;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>Gives the authentication library the host's own way to the outside, so that proxies and tests have a say.</summary>
internal sealed class MsalHttpClientFactory(IHttpClientFactory clients) : IMsalHttpClientFactory
{
    public const string ClientName = "teams-login";

    public HttpClient GetHttpClient() => clients.CreateClient(ClientName);
}
