using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Playground;

/// <summary>The bot with its playground and the demo, called as the page calls it.</summary>
public sealed class PlaygroundUnderTest(BotUnderTest bot) : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> Switched = new(StringComparer.Ordinal)
    {
        ["Playground:Enabled"] = "true",
        ["Demo:Enabled"] = "true"
    };

    public BotUnderTest Bot => bot;

    public HttpClient Client => bot.Client;

    public Uri Address => bot.Address;

    public static async Task<PlaygroundUnderTest> StartAsync(
        TimeProvider? clock = null,
        IReadOnlyDictionary<string, string?>? settings = null) =>
        new(
            await BotUnderTest.StartAsync(
                Switched.Concat(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal),
                clock));

    public Guid NewKey() => Guid.CreateVersion7(bot.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    public async Task<JsonNode> StateAsync(string account) => await ReadAsync(await Client.GetAsync($"/playground/api/state?as={account}"));

    public async Task<IReadOnlyList<JsonNode>> MessagesAsync(string account, string conversation)
    {
        var page = await ReadAsync(await Client.GetAsync($"/playground/api/messages?as={account}&in={Uri.EscapeDataString(conversation)}"));
        return [.. page["items"]!.AsArray().Select(item => item!)];
    }

    public async Task<JsonNode> SayAsync(string account, string conversation, string text, Guid? key = null) =>
        await ReadAsync(
            await Client.PostAsJsonAsync("/playground/api/messages",
                new { @as = account, @in = conversation, text, key = key ?? NewKey() }));

    /// <summary>Taps the button of that name in a message.</summary>
    public async Task<JsonNode> TapAsync(string account, JsonNode message, string label, Guid? key = null)
    {
        var button = Buttons(message).Single(button => (string)button["label"]! == label);
        return await ReadAsync(await Client.PostAsJsonAsync(
            "/playground/api/actions",
            new
            {
                @as = account,
                message = (Guid)message["id"]!,
                action = (string)button["action"]!,
                value = (string)button["value"]!,
                key = key ?? NewKey()
            }));
    }

    public async Task<HttpResponseMessage> MoveClockAsync(string advance) =>
        await Client.PostAsJsonAsync("/playground/api/clock", new { advance });

    /// <summary>A page opened as a person.</summary>
    public async Task<OpenPage> OpenAsync(string account)
    {
        var response = await Client.GetAsync($"/playground/api/events?as={account}", HttpCompletionOption.ResponseHeadersRead);
        var page = new OpenPage(
            response,
            SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
        await page.NextAsync("hello");
        return page;
    }

    public static IEnumerable<JsonNode> Buttons(JsonNode message) =>
        message["content"]!["blocks"]!
            .AsArray()
            .Where(block => (string?)block!["is"] == "buttons")
            .SelectMany(block => block!["items"]!.AsArray())
            .Select(item => item!);

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public static string Says(JsonNode message) => (string)message["content"]!["summary"]!;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    public sealed class OpenPage(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        /// <summary>The next event of a kind; what comes before it is passed over.</summary>
        public async Task<JsonNode> NextAsync(string kind, Func<JsonNode, bool>? which = null)
        {
            while (true)
            {
                Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(Patience), "The line was closed.");
                var data = JsonNode.Parse(events.Current.Data)!;
                if (events.Current.EventType == kind && (which is null || which(data)))
                {
                    return data;
                }
            }
        }

        /// <summary>The next message that arrives.</summary>
        public async Task<JsonNode> MessageAsync(Func<JsonNode, bool>? which = null) =>
            (await NextAsync("message", data => which is null || which(data["message"]!)))["message"]!;

        public async ValueTask DisposeAsync()
        {
            response.Dispose();
            try
            {
                await events.DisposeAsync();
            }
            catch (Exception exception) when (exception is NotSupportedException or IOException)
            {
                // A read was still waiting for an event that nobody needs any more.
            }
        }
    }
}
