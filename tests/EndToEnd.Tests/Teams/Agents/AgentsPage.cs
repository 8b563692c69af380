using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Playwright;
using RelateBot.EndToEnd.Tests.Playground;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams.Agents;

/// <summary>The page of the Agents Playground, used like a person would.</summary>
internal sealed partial class AgentsPage(IPage page)
{
    /// <summary>In a chat a message stands below its header, and only the bot's names an author; in a channel a thread is a card.</summary>
    private const string Message = "*:has(> [aria-label='Message header'] [aria-label='Message author']), "
        + ".fui-Card[role=group]:has([aria-label='Show more information'])";

    private readonly ConcurrentQueue<string> refusals = new();
    private readonly Channel<(IWebSocketRoute Page, IWebSocketFrame Frame)> arriving =
        Channel.CreateUnbounded<(IWebSocketRoute, IWebSocketFrame)>();
    private readonly ConcurrentDictionary<IRequest, TaskCompletionSource> posts = new();

    /// <summary>
    /// What the bot, or the connector, answered with a status of 400 or more, which the page does not show. Deleting is beyond this
    /// connector, and does not count.
    /// </summary>
    public IReadOnlyCollection<string> Refusals => refusals;

    public static async Task<AgentsPage> OpenAsync(Browser browser, AgentsPlayground playground)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions
        {
            Locale = "en-US",
            ViewportSize = new ViewportSize { Width = 1400, Height = 1000 }
        });
        var opened = new AgentsPage(page);
        await page.Context.RouteAsync(
            url => !new Uri(url).IsLoopback && url.StartsWith("http", StringComparison.Ordinal),
            route => route.AbortAsync());
        await opened.KeepOrderAsync();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => opened.Note(frame.Text ?? "{}");
        await page.GotoAsync(playground.Address.ToString());
        await Assertions.Expect(opened.Box).ToBeVisibleAsync();
        return opened;
    }

    public async Task GoToAsync(TeamsConversation place)
    {
        var name = place.Type == "personal" ? "Personal Chat" : place.Name!;
        await page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = name }).Last.ClickAsync();
        await Assertions.Expect(place.Type == "channel" ? NewPost : Send).ToBeVisibleAsync();
    }

    /// <summary>Writes and sends; <c>@[Sue Miller]</c> is picked from the list of people.</summary>
    public async Task SayAsync(string words)
    {
        var isChannel = await NewPost.CountAsync() > 0;
        var box = isChannel ? Composer.Locator("[role=textbox][contenteditable=true]") : Box;
        await box.ClickAsync();
        foreach (var part in Mention().Split(words))
        {
            if (part is ['@', '[', .. var name, ']'])
            {
                await page.Keyboard.TypeAsync($"@{name.Split(' ')[0]}");
                await page
                    .GetByRole(AriaRole.Listbox, new() { Name = "Typeahead menu" })
                    .GetByRole(AriaRole.Menuitem)
                    .Filter(new() { HasText = name }).First
                    .ClickAsync();
                await Assertions.Expect(box).ToContainTextAsync(name);
            }
            else
            {
                await page.Keyboard.InsertTextAsync(part);
            }
        }

        await (isChannel ? NewPost : Send).ClickAsync();
    }

    /// <summary>A message of the bot's with these words, once it is there.</summary>
    public async Task<ILocator> SeeAsync(string words)
    {
        var message = page.Locator(Message).Filter(new() { HasText = words }).Last;
        await Assertions.Expect(message).ToBeVisibleAsync();
        return message;
    }

    /// <summary>Taps a button of the message with these words.</summary>
    public async Task TapAsync(string words, string button) =>
        await (await SeeAsync(words)).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    private ILocator Box => page.Locator("[role=textbox][contenteditable=true]").First;

    private ILocator Send => page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).First;

    private ILocator NewPost => page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true });

    private ILocator Composer => page.GetByRole(AriaRole.Group).Filter(new() { Has = NewPost });

    /// <summary>
    /// The page loses a message of the bot's that arrives before the answer to its own POST, which only a bot on the same machine manages:
    /// so what arrives waits until nothing is under way.
    /// </summary>
    private async Task KeepOrderAsync()
    {
        page.Request += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.Contains("/_conversation/", StringComparison.Ordinal))
            {
                posts[request] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        };
        page.RequestFinished += (_, request) => Finish(request);
        page.RequestFailed += (_, request) => Finish(request);
        await page.RouteWebSocketAsync(Conversations(), socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame => arriving.Writer.TryWrite((socket, frame)));
        });
        _ = PassOnAsync();
    }

    private void Finish(IRequest request)
    {
        if (posts.TryRemove(request, out var post))
        {
            post.SetResult();
        }
    }

    private async Task PassOnAsync()
    {
        await foreach (var (socket, frame) in arriving.Reader.ReadAllAsync())
        {
            while (posts.Values.FirstOrDefault() is { } post)
            {
                await post.Task;
            }

            socket.Send(frame.Text!);
        }
    }

    private void Note(string frame)
    {
        var json = JsonDocument.Parse(frame).RootElement;
        if (json.TryGetProperty("logAction", out var action) && action.ValueEquals("appendLog") && json.GetProperty("log") is var log
            && log.TryGetProperty("response", out var response)
            && response.TryGetProperty("statusCode", out var status)
            && status.GetInt32() is >= 400 and not 501)
        {
            refusals.Enqueue($"{status} {log}");
        }
    }

    [GeneratedRegex(@"(?=@\[)|(?<=\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();

    [GeneratedRegex("_ws_conversation", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conversations();
}
