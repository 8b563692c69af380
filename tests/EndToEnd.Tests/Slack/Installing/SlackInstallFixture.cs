using System.Net;
using System.Security.Cryptography;
using RelateBot.Infrastructure.Installations;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Installing;

/// <summary>The bot without a configured token, which teams install.</summary>
public abstract class SlackInstallFixture : SlackBotFixture
{
    private readonly string keyFile = NewKeyFile();
    private HttpClient? browser;

    /// <summary>A browser without a memory: tests say which cookie it sends.</summary>
    protected HttpClient Browser => browser ??= SlackSockets.NewClient(Bot.Address);

    protected override Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Slack:SigningSecret"] = StandIn.Options.SigningSecret,
        ["Slack:ClientId"] = StandIn.OAuth.ClientId,
        ["Slack:ClientSecret"] = StandIn.OAuth.ClientSecret,
        ["Slack:PublicUrl"] = "https://bot.example.com/",
        ["Slack:ApiBaseUrl"] = StandIn.ApiBaseUrl.ToString(),
        ["Protection:KeyFile"] = keyFile,
    };

    protected override void Prepare() => StandIn.OAuth.RedirectUris.Add("https://bot.example.com/slack/oauth/callback");

    protected override Task StartedAsync() => Task.CompletedTask;

    protected override Task EndAsync()
    {
        browser?.Dispose();
        File.Delete(keyFile);
        return Task.CompletedTask;
    }

    protected static string NewKeyFile()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return file;
    }

    /// <summary>Opens the install page; returns where it leads and the cookie it sets.</summary>
    protected async Task<(Uri Authorize, string Cookie)> BeginAsync()
    {
        using var response = await Browser.GetAsync(new Uri("/slack/install", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return (response.Headers.Location!, Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0]);
    }

    /// <summary>Comes back from Slack.</summary>
    protected async Task<(HttpStatusCode Status, string Page)> ReturnAsync(Uri back, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(back.PathAndQuery, UriKind.Relative));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await Browser.SendAsync(request);
        Assert.StartsWith(
            "default-src 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    protected async Task InstallAsync(SlackWorkspace workspace)
    {
        var (authorize, cookie) = await BeginAsync();
        var (status, page) = await ReturnAsync(StandIn.OAuth.Allow(authorize, workspace), cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"installed in {workspace.Name}", page, StringComparison.Ordinal);
    }

    protected async Task InstallAsync(SlackEnterprise enterprise)
    {
        var (authorize, cookie) = await BeginAsync();
        Assert.Equal(HttpStatusCode.OK, (await ReturnAsync(StandIn.OAuth.Allow(authorize, enterprise), cookie)).Status);
    }

    protected Task<List<Installation>> InstallationsAsync() =>
        QueryAsync(context => context.Installations.OrderBy(installation => installation.Id));
}
