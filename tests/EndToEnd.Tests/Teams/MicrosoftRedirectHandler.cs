using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Teams.Graph;
using RelateBot.Bot.Teams.Trust;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>
/// Redirects calls to Microsoft to the stand-in, because secrets and tokens are sent only to Microsoft's own https addresses.
/// </summary>
internal sealed class MicrosoftRedirectHandler(string address, Uri standIn) : DelegatingHandler
{
    public static void Register(IServiceCollection services, Uri standIn)
    {
        services
            .AddHttpClient(MsalHttpClientFactory.ClientName)
            .AddHttpMessageHandler(() => new MicrosoftRedirectHandler("https://login.microsoftonline.com", standIn));
        services
            .AddHttpClient(nameof(GraphClient))
            .AddHttpMessageHandler(() => new MicrosoftRedirectHandler("https://graph.microsoft.com", standIn));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(address, request.RequestUri!.GetLeftPart(UriPartial.Authority));
        request.RequestUri = new Uri(standIn, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
