using Microsoft.Extensions.Options;
using RelateBot.Bot.Teams;
using RelateBot.Bot.Teams.Trust;

namespace RelateBot.Bot.Tests.Teams;

public sealed class TrustedServiceUrlsTests
{
    private static readonly TrustedServiceUrls urls =
        new(Options.Create(new TeamsOptions { ServiceUrls = "https://connector.example/teams, http://127.0.0.1:3978/" }));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/7d1f6a52/")]
    [InlineData("https://SMBA.trafficmanager.net/amer/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams")]
    [InlineData("https://connector.example/teams")]
    [InlineData("https://connector.example/teams/v3/conversations")]
    [InlineData("http://127.0.0.1:3978/v3")]
    public void These_get_the_bots_tokens(string url) => Assert.True(urls.IsTrusted(new Uri(url)));

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://connector.example/teamsters")]
    [InlineData("https://connector.example/")]
    [InlineData("http://127.0.0.1:3979/")]
    [InlineData("http://localhost:3978/")]
    public void These_get_none(string url)
    {
        Assert.False(urls.IsTrusted(new Uri(url)));
        Assert.False(urls.IsCallable(new Uri(url)));
    }

    [Fact]
    public void Where_nobody_proves_anything_this_machine_may_be_called_without_a_token()
    {
        var open = new TrustedServiceUrls(Options.Create(new TeamsOptions { DangerouslyAllowUnauthenticatedRequests = true }));

        Assert.True(open.IsCallable(new Uri("http://localhost:56150/_connector")));
        Assert.False(open.IsTrusted(new Uri("http://localhost:56150/_connector")));
        Assert.False(open.IsCallable(new Uri("http://evil.example/")));
    }
}
