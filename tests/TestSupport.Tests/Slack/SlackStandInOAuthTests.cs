using System.Text;
using System.Text.Json;
using RelateBot.TestSupport.Slack;

namespace RelateBot.TestSupport.Tests.Slack;

public sealed class SlackStandInOAuthTests : SlackStandInFixture
{
    private const string Redirect = "https://bot.example.com/back";

    private string Authorize =>
        new Uri(
            StandIn.ApiBaseUrl,
            $"../oauth/v2/authorize?client_id={StandIn.OAuth.ClientId}&scope=chat:write&state=s&redirect_uri={Uri.EscapeDataString(
                Redirect)}").ToString();

    [Fact]
    public async Task A_code_works_once_for_its_redirect_uri_and_for_ten_minutes()
    {
        var code = Consent();
        Assert.Equal("bad_redirect_uri", ErrorOf(await AccessAsync(("code", code), ("redirect_uri", "https://bot.example.com/other"))));
        Assert.Null(ErrorOf(await AccessAsync(("code", code), ("redirect_uri", Redirect))));
        Assert.Equal("code_already_used", ErrorOf(await AccessAsync(("code", code), ("redirect_uri", Redirect))));
        Assert.Equal("invalid_code", ErrorOf(await AccessAsync(("code", "other"), ("redirect_uri", Redirect))));

        var late = Consent();
        Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("invalid_code", ErrorOf(await AccessAsync(("code", late), ("redirect_uri", Redirect))));
    }

    [Fact]
    public async Task The_app_says_who_it_is_by_Basic_or_by_the_form()
    {
        var code = ("code", Consent());
        Assert.Equal("invalid_client_id", ErrorOf(await FormAsync("oauth.v2.access", "", code)));
        Assert.Equal(
            "bad_client_secret",
            ErrorOf(await FormAsync("oauth.v2.access", "", code, ("client_id", StandIn.OAuth.ClientId), ("client_secret", "wrong"))));

        using var content = new FormUrlEncodedContent([new("code", code.Item2), new("redirect_uri", Redirect)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(StandIn.ApiBaseUrl, "oauth.v2.access")) { Content = content };
        request.Headers.Authorization = new(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{StandIn.OAuth.ClientId}:{StandIn.OAuth.ClientSecret}")));
        using var client = SlackSockets.NewClient(StandIn.ApiBaseUrl);
        using var response = await client.SendAsync(request);
        Assert.Null(ErrorOf(JsonElement.Parse(await response.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_a_token_expires_and_dies_with_the_app()
    {
        StandIn.OAuth.RotatesTokens = true;
        var first = await AccessAsync(("code", Consent()), ("redirect_uri", Redirect));
        var refresh = ("refresh_token", first.GetProperty("refresh_token").GetString()!);
        var token = first.GetProperty("access_token").GetString();
        Assert.Null(ErrorOf(await FormAsync("auth.test", token)));
        Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal("token_expired", ErrorOf(await FormAsync("auth.test", token)));

        var second = await AccessAsync(("grant_type", "refresh_token"), refresh);
        Assert.Null(ErrorOf(await FormAsync("auth.test", second.GetProperty("access_token").GetString())));
        Assert.Equal("invalid_refresh_token", ErrorOf(await AccessAsync(("grant_type", "refresh_token"), refresh)));
        StandIn.OAuth.Uninstall(Workspace);
        Assert.Equal("account_inactive", ErrorOf(await FormAsync("auth.test", second.GetProperty("access_token").GetString())));
    }

    [Fact]
    public void A_page_that_Slack_would_not_show_is_an_exception()
    {
        Assert.Throws<InvalidOperationException>(() => StandIn.OAuth.Allow(new Uri(Authorize), Workspace));
        StandIn.OAuth.RedirectUris.Add(Redirect);
        Assert.Throws<InvalidOperationException>(() =>
            StandIn.OAuth.Allow(new Uri(Authorize.Replace("scope=chat:write", "scope=", StringComparison.Ordinal)), Workspace));
        Assert.Equal("s", System.Web.HttpUtility.ParseQueryString(StandIn.OAuth.Allow(new Uri(Authorize), Workspace).Query)["state"]);
    }

    [Fact]
    public async Task Only_the_app_level_token_opens_sockets()
    {
        Assert.Equal("not_allowed_token_type", ErrorOf(await FormAsync("apps.connections.open")));
        Assert.StartsWith(
            "ws://",
            (await FormAsync("apps.connections.open", StandIn.Sockets.AppToken)).GetProperty("url").GetString(),
            StringComparison.Ordinal);
    }

    private string Consent()
    {
        StandIn.OAuth.RedirectUris.Add(Redirect);
        return System.Web.HttpUtility.ParseQueryString(StandIn.OAuth.Allow(new Uri(Authorize), Workspace).Query)["code"]!;
    }

    private Task<JsonElement> AccessAsync(params (string, string)[] grant) =>
        FormAsync("oauth.v2.access", "", [.. grant, ("client_id", StandIn.OAuth.ClientId), ("client_secret", StandIn.OAuth.ClientSecret)]);
}
