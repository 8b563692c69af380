using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Teams.Trust;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The authentication library speaks https to Microsoft alone, so its calls are turned to the stand-in on their way.</summary>
internal sealed class LoginDetour(Uri standIn) : DelegatingHandler
{
    public static void Register(IServiceCollection services, Uri standIn) =>
        services.AddHttpClient(LoginHttp.ClientName).AddHttpMessageHandler(() => new LoginDetour(standIn));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal("https://login.microsoftonline.com", request.RequestUri!.GetLeftPart(UriPartial.Authority));
        request.RequestUri = new Uri(standIn, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
