using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RelateBot.TestSupport.Slack;

namespace RelateBot.TestSupport.Tests.Slack;

/// <summary>A stand-in with a clock that the test moves, called by a plain client instead of the bot.</summary>
public abstract class SlackStandInFixture : IAsyncLifetime
{
    private HttpClient client = null!;

    protected FakeTimeProvider Time { get; } = new(TestTime.Start);

    protected SlackStandIn StandIn { get; private set; } = null!;

    protected SlackWorkspace Workspace => StandIn.Workspace;

    protected SlackUser Mark { get; private set; } = null!;

    protected SlackUser Sue { get; private set; } = null!;

    protected SlackChannel General { get; private set; } = null!;

    protected virtual SlackStandInOptions Options => new() { Time = Time };

    public async Task InitializeAsync()
    {
        StandIn = await SlackStandIn.StartAsync(Options);
        client = SlackSockets.NewClient(StandIn.ApiBaseUrl);
        Mark = Workspace.AddUser("mark");
        Sue = Workspace.AddUser("sue", u => u with { RealName = "Sue Storm" });
        General = Workspace.AddChannel("general");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await StandIn.DisposeAsync();
    }

    protected async Task<HttpResponseMessage> SendAsync(string address, HttpContent content, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(StandIn.ApiBaseUrl, address)) { Content = content };
        if (token is not "") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Workspace.BotToken);
        return await client.SendAsync(request);
    }

    protected async Task<JsonElement> JsonAsync(string method, object arguments, string? token = null)
    {
        using var content = JsonContent.Create(arguments);
        using var response = await SendAsync(method, content, token);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected async Task<JsonElement> FormAsync(string method, string? token = null, params (string Name, string Value)[] arguments)
    {
        using var content = new FormUrlEncodedContent(arguments.Select(a => KeyValuePair.Create(a.Name, a.Value)));
        using var response = await SendAsync(method, content, token);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected static string? ErrorOf(JsonElement answer) =>
        answer.GetProperty("ok").GetBoolean() ? null : answer.GetProperty("error").GetString();

    protected static string MessagesOf(JsonElement answer) => answer.GetProperty("response_metadata").GetProperty("messages").ToString();
}
