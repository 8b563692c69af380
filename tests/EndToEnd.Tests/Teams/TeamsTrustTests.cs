using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Requests that aren't from Teams are refused for every possible reason, and change nothing.</summary>
public sealed class TeamsTrustTests : TeamsBotFixture
{
    [Fact]
    public async Task A_good_token_is_believed()
    {
        await AssertStatusAsync(HttpStatusCode.OK, Good());

        Assert.NotEmpty(await OutboxAsync());
    }

    [Theory]
    [InlineData("api://")]
    [InlineData("api://botid-")]
    public async Task A_token_for_the_bots_other_names_is_believed(string prefix)
    {
        var token = Good();
        token.Audience = prefix + StandIn.AppId;

        await AssertStatusAsync(HttpStatusCode.OK, token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    public async Task Without_a_token_that_is_one_nothing_happens(string token) =>
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, token);

    [Fact]
    public async Task A_token_signed_by_another_key_under_the_issuers_key_id_is_refused()
    {
        var token = Good();
        token.SigningCredentials = new SigningCredentials(TeamsIssuer.NewKey(StandIn.Issuer.Key.KeyId), SecurityAlgorithms.RsaSha256);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, TeamsIssuer.Sign(token));
    }

    [Fact]
    public async Task A_token_signed_by_a_key_that_nobody_publishes_is_refused()
    {
        var token = Good();
        token.SigningCredentials = new SigningCredentials(TeamsIssuer.NewKey("unheard-of"), SecurityAlgorithms.RsaSha256);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, TeamsIssuer.Sign(token));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var payload = TeamsIssuer.Sign(Good()).Split('.')[1];
        var header = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = "none", typ = "JWT", kid = StandIn.Issuer.Key.KeyId }));

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, $"{header}.{payload}.");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_if_it_were_a_secret_is_refused()
    {
        var payload = TeamsIssuer.Sign(Good()).Split('.')[1];
        var header = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = "HS256", typ = "JWT", kid = StandIn.Issuer.Key.KeyId }));
        var signature = HMACSHA256.HashData(
            StandIn.Issuer.Key.Rsa.ExportSubjectPublicKeyInfo(),
            Encoding.ASCII.GetBytes($"{header}.{payload}"));

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, $"{header}.{payload}.{Base64UrlEncoder.Encode(signature)}");
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    public async Task A_token_signed_by_another_algorithm_is_refused(string algorithm)
    {
        var token = Good();
        token.SigningCredentials = new SigningCredentials(StandIn.Issuer.Key, algorithm);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, TeamsIssuer.Sign(token));
    }

    [Theory]
    [InlineData(-299, HttpStatusCode.OK)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    public async Task A_token_is_good_until_five_minutes_after_its_end(int seconds, HttpStatusCode expected)
    {
        var token = Good();
        token.NotBefore = Now.AddHours(-1);
        token.Expires = Now.AddSeconds(seconds);

        await AssertStatusAsync(expected, token);
    }

    [Theory]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    public async Task A_token_is_good_from_five_minutes_before_its_beginning(int seconds, HttpStatusCode expected)
    {
        var token = Good();
        token.NotBefore = Now.AddSeconds(seconds);

        await AssertStatusAsync(expected, token);
    }

    [Fact]
    public async Task A_token_without_an_end_is_refused()
    {
        var token = Good();
        token.Expires = null;

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, TeamsIssuer.Sign(token));
    }

    [Fact]
    public async Task A_token_for_another_bot_is_refused()
    {
        var token = Good();
        token.Audience = "00000000-0000-4000-8000-000000000099";

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, TeamsIssuer.Sign(token));
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused()
    {
        var token = Good();
        token.Issuer = "https://sts.windows.net/elsewhere/";

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, TeamsIssuer.Sign(token));
    }

    [Fact]
    public async Task A_key_that_does_not_speak_for_the_channel_is_refused()
    {
        StandIn.Issuer.Endorsements = ["webchat"];

        await AssertRefusedAsync(HttpStatusCode.Forbidden, TeamsIssuer.Sign(Good()));
    }

    [Fact]
    public async Task A_channel_that_the_key_does_not_speak_for_is_refused() =>
        await AssertRefusedAsync(HttpStatusCode.Forbidden, TeamsIssuer.Sign(Good()), activity => activity with { ChannelId = "emulator" });

    [Fact]
    public async Task A_token_for_another_service_URL_is_refused()
    {
        var token = StandIn.Issuer.Describe(StandIn.AppId, $"{StandIn.ServiceUrl}elsewhere/");

        await AssertRefusedAsync(HttpStatusCode.Forbidden, TeamsIssuer.Sign(token));
    }

    [Fact]
    public async Task A_token_for_no_service_URL_is_refused()
    {
        var token = Good();
        token.Claims.Clear();

        await AssertRefusedAsync(HttpStatusCode.Forbidden, TeamsIssuer.Sign(token));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    public async Task A_service_URL_that_is_not_the_channels_is_refused(string serviceUrl) => await AssertRefusedAsync(
        HttpStatusCode.Forbidden,
        TeamsIssuer.Sign(StandIn.Issuer.Describe(StandIn.AppId, serviceUrl)),
        activity => activity with { ServiceUrl = serviceUrl });

    [Fact]
    public async Task Another_tenant_is_refused() => await AssertRefusedAsync(
        HttpStatusCode.Forbidden, TeamsIssuer.Sign(Good()),
            activity => activity with { TenantId = "99999999-0000-4000-8000-000000000000" });

    [Fact]
    public async Task A_body_that_is_no_activity_is_a_bad_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(
            "{",
            Encoding.UTF8,
            "application/json")
        };
        request.Headers.Add("Authorization", $"Bearer {TeamsIssuer.Sign(Good())}");
        using var response = await Bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_new_key_is_read_when_a_token_names_it_but_at_most_once_an_hour()
    {
        await AssertStatusAsync(HttpStatusCode.OK, Good());
        StandIn.Issuer.Rotate();
        await AssertStatusAsync(HttpStatusCode.Unauthorized, Good());
        await AssertStatusAsync(HttpStatusCode.Unauthorized, Good());
        Assert.Equal(1, StandIn.Issuer.Readings);

        Time.Advance(TimeSpan.FromHours(1));
        await AssertStatusAsync(HttpStatusCode.OK, Good());
        Assert.Equal(2, StandIn.Issuer.Readings);
    }

    [Fact]
    public async Task Keys_are_read_anew_after_a_day_and_the_old_ones_do_while_that_fails()
    {
        await AssertStatusAsync(HttpStatusCode.OK, Good());

        Time.Advance(TimeSpan.FromHours(25));
        StandIn.Issuer.IsUp = false;
        await AssertStatusAsync(HttpStatusCode.OK, Good());

        StandIn.Issuer.IsUp = true;
        Time.Advance(TimeSpan.FromSeconds(11));
        await AssertStatusAsync(HttpStatusCode.OK, Good());
        Assert.Equal(2, StandIn.Issuer.Readings);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_Teams_is_asked_to_come_again()
    {
        StandIn.Issuer.IsUp = false;
        await AssertStatusAsync(HttpStatusCode.ServiceUnavailable, Good());

        StandIn.Issuer.IsUp = true;
        Time.Advance(TimeSpan.FromSeconds(11));
        await AssertStatusAsync(HttpStatusCode.OK, Good());
    }

    [Fact]
    public async Task The_log_says_why_and_never_the_token()
    {
        var token = TeamsIssuer.Sign(StandIn.Issuer.Describe("another-bot", StandIn.ServiceUrl));
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, token);

        Assert.Contains("SecurityTokenInvalidAudienceException", Logs.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, Logs.Text(), StringComparison.Ordinal);
    }

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    private SecurityTokenDescriptor Good() => StandIn.Issuer.Describe(StandIn.AppId, StandIn.ServiceUrl);

    private TeamsActivity Hello() => Teams.Activity("message", Mark, Personal) with { Text = "help" };

    private async Task AssertStatusAsync(HttpStatusCode expected, SecurityTokenDescriptor token)
    {
        using var response = await Teams.PostAsync(Hello(), TeamsIssuer.Sign(token));

        Assert.Equal(expected, response.StatusCode);
    }

    private async Task AssertRefusedAsync(HttpStatusCode expected, string token, Func<TeamsActivity, TeamsActivity>? with = null)
    {
        using var response = await Teams.PostAsync(with is null ? Hello() : with(Hello()), token);

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await OutboxAsync());
        Assert.Empty(await QueryAsync(context => context.Workspaces));
        Assert.Empty(StandIn.Calls);
    }
}
