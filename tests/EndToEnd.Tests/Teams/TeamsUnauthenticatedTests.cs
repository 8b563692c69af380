using System.Net;
using System.Net.Http.Json;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Requests without tokens, as from the Agents Playground, which are for a developer's machine only.</summary>
public sealed class TeamsUnauthenticatedTests : TeamsBotFixture
{
    protected override string Environment => "Development";

    protected override Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Teams:DangerouslyAllowUnauthenticatedRequests"] = "true",
        ["Demo:Enabled"] = "false",
        ["Playground:Enabled"] = "false",
    };

    [Fact]
    public async Task This_machine_is_believed()
    {
        using var response = await PostAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await OutboxAsync());
        Assert.Empty(StandIn.TokenRequests);
    }

    [Theory]
    [InlineData("Host", "relatebot.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Whatever_came_from_elsewhere_is_not(string header, string value)
    {
        using var response = await PostAsync((header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await OutboxAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] headers)
    {
        var activity = (Teams.Activity("message", Mark, Personal) with { Text = "help" }).ToJson();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Bot.Client.SendAsync(request);
    }
}
