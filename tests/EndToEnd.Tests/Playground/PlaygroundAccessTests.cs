using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

public sealed class PlaygroundAccessTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/playground/js/main.js")]
    [InlineData("/playground/css/look.css")]
    public async Task The_page_allows_nothing_from_elsewhere_and_nothing_inline(string file)
    {
        await using var playground = await PlaygroundUnderTest.StartAsync();

        var response = await playground.Client.GetAsync(file);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task Another_sites_page_cannot_act(string header, string value)
    {
        await using var playground = await PlaygroundUnderTest.StartAsync();
        foreach (var endpoint in (string[])["messages", "actions", "forms", "clock"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/playground/api/{endpoint}")
            {
                Content =
                JsonContent.Create(ABodyFor(playground, endpoint))
            };
            request.Headers.Add(header, value);

            var response = await playground.Client.SendAsync(request);

            Assert.Equal((endpoint, HttpStatusCode.Forbidden), (endpoint, response.StatusCode));
        }

        Assert.DoesNotContain(await playground.MessagesAsync("mark", "#general"), message => PlaygroundUnderTest.Says(message) == "hello");
    }

    [Fact]
    public async Task The_page_itself_can_act()
    {
        await using var playground = await PlaygroundUnderTest.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/playground/api/messages")
        {
            Content = JsonContent.Create(ABodyFor(
            playground,
            "messages"))
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", playground.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, (await playground.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/playground/api/state")]
    [InlineData("/playground/js/main.js")]
    public async Task Outside_development_it_is_not_there(string path)
    {
        await using var bot = await BotUnderTest.StartAsync(environment: "Production");

        Assert.Equal(HttpStatusCode.NotFound, (await bot.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task In_development_it_is_there_with_the_demo()
    {
        await using var playground = new PlaygroundUnderTest(await BotUnderTest.StartAsync(environment: "Development"));

        Assert.Equal("Fernhill", (string)(await playground.StateAsync("mark"))["organisation"]!);
    }

    [Fact]
    public async Task A_name_that_only_pretends_to_be_this_machine_is_refused()
    {
        await using var bot = await BotUnderTest.StartAsync(environment: "Development");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/playground/api/state") { Headers = { Host = "rebound.example" } };

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task It_does_not_start_where_other_machines_reach_it()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            BotUnderTest.StartAsync(Listening("http://0.0.0.0:0"), environment: "Development"));

        Assert.Contains("Playground:Enabled", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_starts_there_when_that_is_said()
    {
        await using var bot = await BotUnderTest.StartAsync(
            Listening("http://0.0.0.0:0", ("Playground:Enabled", "true")),
            environment: "Development");

        Assert.NotNull(bot);
    }

    private static Dictionary<string, string?> Listening(string urls, params (string Key, string Value)[] more) =>
        more
            .Append((Key: "Urls", Value: urls))
            .ToDictionary(setting => setting.Key, setting => (string?)setting.Value, StringComparer.Ordinal);

    private static object ABodyFor(PlaygroundUnderTest playground, string endpoint) => endpoint switch
    {
        "messages" => new { @as = "mark", @in = "#general", text = "hello", key = playground.NewKey() },
        "actions" => new { @as = "mark", message = playground.NewKey(), action = "a", value = "b", key = playground.NewKey() },
        "forms" => new { @as = "mark", @in = "#general", form = "thanks.give", state = "", answers = new { }, key = playground.NewKey() },
        _ => new { advance = "day" },
    };
}
