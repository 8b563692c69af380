using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Sends signed requests to the bot as Slack does, with the same fields. Throws when Slack would refuse the bot's response.
/// </summary>
public sealed class SlackCaller : IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";
    private readonly SlackCallerOptions options;
    private readonly HttpClient client;
    private readonly bool ownsClient;
    private readonly SlackPayloads payloads;
    private readonly SlackAnswerReader reader;

    /// <summary>Uses a client with the bot's base address.</summary>
    public SlackCaller(SlackWorkspace workspace, HttpClient client, SlackCallerOptions? options = null)
    {
        Workspace = workspace;
        this.client = client;
        this.options = options ?? new SlackCallerOptions();
        payloads = new SlackPayloads(workspace);
        reader = new SlackAnswerReader(workspace);
    }

    /// <summary>Uses its own socket.</summary>
    public SlackCaller(SlackWorkspace workspace, Uri bot, SlackCallerOptions? options = null)
        : this(workspace, SlackSockets.NewClient(bot), options) => ownsClient = true;

    public SlackWorkspace Workspace { get; }

    /// <summary>The body of the latest event, for another delivery.</summary>
    public JsonObject? LastEvent { get; private set; }

    public async Task<SlackReply> PostSlashCommandAsync(
        SlackUser user,
        string command,
        string text = "",
        SlackChannel? channel = null,
        SlackTamper? tamper = null,
        CancellationToken cancellationToken = default)
    {
        channel ??= Workspace.Channels.FirstOrDefault(c => c is { IsDirectMessage: false, IsPrivate: false })
            ?? Workspace.DirectMessage(user);
        var url = Workspace.ResponseUrls.Mint(user, channel);
        var trigger = Workspace.MintTrigger(user);
        var form = FormBytes(payloads.SlashCommand(user, command, text, channel, url, trigger));
        var reply = await SendAsync(options.CommandsPath, Form, form, tamper, cancellationToken);
        var message = reader.ReadMessage(reply, user, channel, url);
        return reply with { Message = message, ResponseUrl = url, TriggerId = trigger };
    }

    /// <summary>
    /// Presses a button or selects from a menu of a message. <paramref name="value"/> selects an option, or one of several elements with
    /// the same action_id.
    /// </summary>
    public Task<SlackReply> ClickAsync(
        SlackUser user,
        SlackMessage message,
        string actionId,
        string? value = null,
        string? blockId = null,
        SlackTamper? tamper = null,
        CancellationToken cancellationToken = default)
    {
        var newest = Workspace.Messages.Newest(message) ?? throw new InvalidOperationException($"The message {message.Ts} is gone.");
        var channel = Workspace.Channel(newest.ChannelId);
        var url = Workspace.ResponseUrls.Mint(user, channel, newest);
        var action = SlackAction.Find(newest.Blocks, actionId, value, blockId, Workspace.Clock.NextTs());
        return PostInteractionAsync(
            user,
            (payload, trigger) => payloads.BlockActions(payload, trigger, newest, channel, url, action),
            url,
            tamper,
            cancellationToken);
    }

    /// <summary>Presses a button of a modal or a home page.</summary>
    public Task<SlackReply> ClickAsync(
        SlackUser user,
        SlackView view,
        string actionId,
        string? value = null,
        string? blockId = null,
        SlackViewState? state = null,
        CancellationToken cancellationToken = default)
    {
        var newest = Newest(view);
        var action = SlackAction.Find(newest.Blocks, actionId, value, blockId, Workspace.Clock.NextTs());
        var values = (state ?? new SlackViewState()).For(newest, complete: false);
        return PostInteractionAsync(
            user,
            (payload, trigger) => payloads.BlockActions(payload, trigger, newest, values, action),
            cancellationToken: cancellationToken);
    }

    /// <summary>Submits a modal. Throws when Slack's client would prevent it, for example for an empty required input.</summary>
    public async Task<SlackReply> SubmitViewAsync(
        SlackUser user,
        SlackView view,
        SlackViewState? state = null,
        SlackTamper? tamper = null,
        CancellationToken cancellationToken = default)
    {
        var newest = Newest(view);
        var values = (state ?? new SlackViewState()).For(newest, complete: true);
        var reply = await PostInteractionAsync(
            user,
            (payload, trigger) => payloads.ViewSubmission(payload, trigger, newest, values),
            tamper: tamper,
            cancellationToken: cancellationToken);
        return reader.ReadSubmission(reply, newest);
    }

    public Task<SlackReply> CloseViewAsync(SlackUser user, SlackView view, CancellationToken cancellationToken = default)
    {
        var newest = Newest(view);
        Workspace.Views.Close(newest, all: false);
        return PostInteractionAsync(user, (payload, _) => payloads.ViewClosed(payload, newest), cancellationToken: cancellationToken);
    }

    public Task<SlackReply> PostShortcutAsync(SlackUser user, string callbackId, CancellationToken cancellationToken = default) =>
        PostInteractionAsync(
            user,
            (payload, trigger) => payloads.Shortcut(payload, trigger, callbackId),
            cancellationToken: cancellationToken);

    public Task<SlackReply> PostMessageShortcutAsync(
        SlackUser user,
        SlackMessage message,
        string callbackId,
        CancellationToken cancellationToken = default)
    {
        var channel = Workspace.Channel(message.ChannelId);
        var url = Workspace.ResponseUrls.Mint(user, channel, message);
        return PostInteractionAsync(
            user,
            (payload, trigger) => payloads.MessageAction(payload, trigger, message, channel, url, callbackId),
            url,
            cancellationToken: cancellationToken);
    }

    /// <summary>
    /// Sends an event_callback with <paramref name="slackEvent"/>. Sending the same <paramref name="eventId"/> again is a repeated
    /// delivery.
    /// </summary>
    public Task<SlackReply> PostEventAsync(
        JsonObject slackEvent,
        string? eventId = null,
        SlackTamper? tamper = null,
        CancellationToken cancellationToken = default) =>
        PostEventBodyAsync(payloads.EventCallback(slackEvent, eventId ?? Workspace.NewId("Ev")), tamper, cancellationToken);

    public Task<SlackReply> PostUrlVerificationAsync(
        string challenge,
        SlackTamper? tamper = null,
        CancellationToken cancellationToken = default) =>
        PostEventBodyAsync(
            new JsonObject { ["token"] = SlackPayloads.VerificationToken, ["challenge"] = challenge, ["type"] = "url_verification" },
            tamper,
            cancellationToken);

    /// <summary>Posts a person's message to a channel or to the bot, and sends the event that Slack would send.</summary>
    public Task<SlackReply> SayAsync(
        SlackUser user,
        SlackChannel channel,
        string text,
        string? eventId = null,
        CancellationToken cancellationToken = default)
    {
        var message = Workspace.Messages.Say(user, channel, text);
        var mentionsBot = !channel.IsDirectMessage && text.Contains($"<@{Workspace.Bot.Id}", StringComparison.Ordinal);
        return PostEventAsync(
            payloads.MessageEvent(message, channel, mentionsBot ? "app_mention" : "message"),
            eventId,
            cancellationToken: cancellationToken);
    }

    /// <summary>Adds a person's emoji to a message. The bot gets an event only in its own channels and with reactions:read.</summary>
    public Task<SlackReply> ReactAsync(
        SlackUser user,
        SlackMessage message,
        string emoji,
        string? eventId = null,
        CancellationToken cancellationToken = default) =>
        ReactAsync(user, message, emoji, isAdded: true, eventId, cancellationToken);

    /// <summary>Removes the emoji.</summary>
    public Task<SlackReply> TakeReactionAwayAsync(
        SlackUser user,
        SlackMessage message,
        string emoji,
        string? eventId = null,
        CancellationToken cancellationToken = default) =>
        ReactAsync(user, message, emoji, isAdded: false, eventId, cancellationToken);

    /// <summary>Opens a tab of the app's home for a person: "home" or "messages".</summary>
    public Task<SlackReply> OpenHomeAsync(
        SlackUser user,
        string tab = "home",
        string? eventId = null,
        CancellationToken cancellationToken = default) =>
        PostEventAsync(payloads.AppHomeOpened(user, tab), eventId, cancellationToken: cancellationToken);

    /// <summary>Signs and sends any bytes, including bodies that Slack would never send.</summary>
    public Task<SlackReply> SendAsync(
        string path,
        string contentType,
        byte[] body,
        SlackTamper? tamper = null,
        CancellationToken cancellationToken = default) =>
        options.Sockets is { } sockets ? SendAsync(sockets, path, contentType, body) :
        SendAsync(
            SlackSignedRequest.Sign(
                path,
                contentType,
                body,
                options.SigningSecret ?? Workspace.StandIn.Options.SigningSecret,
                Workspace.Clock.Now,
                tamper),
            cancellationToken);

    /// <summary>Sends the same body as an envelope. Without an acknowledgement, people see "operation_timeout".</summary>
    private async Task<SlackReply> SendAsync(SlackSocketServer sockets, string path, string contentType, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var fields = HttpUtility.ParseQueryString(text);
        var acknowledgement = await (path == options.EventsPath
            ? sockets.SendAsync("events_api", JsonNode.Parse(text)!, acceptsResponsePayload: false)
            : path == options.InteractionsPath
                ? sockets.SendAsync("interactive", JsonNode.Parse(fields["payload"]!)!, acceptsResponsePayload: true)
            : sockets.SendAsync(
                "slash_commands",
                new JsonObject(fields.AllKeys.Select(k => KeyValuePair.Create(k!, (JsonNode?)fields[k]))),
                acceptsResponsePayload: true));
        var answer = acknowledgement?.Payload ?? default;
        return new SlackReply
        {
            Status = acknowledgement is null ? HttpStatusCode.RequestTimeout : HttpStatusCode.OK,
            Body = answer.ValueKind is JsonValueKind.Undefined ? "" : answer.GetRawText(),
            Json = answer,
            Request = new SlackSignedRequest(path, contentType, [.. body], []),
        };
    }

    /// <summary>Sends the same bytes and headers again.</summary>
    public async Task<SlackReply> SendAsync(SlackSignedRequest request, CancellationToken cancellationToken = default)
    {
        using var http = request.ToHttp();
        using var response = await client.SendAsync(http, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json" && body.Length > 0;
        return new SlackReply
        {
            Status = response.StatusCode,
            Body = body,
            Json = isJson ? JsonElement.Parse(body) : default,
            Request = request
        };
    }

    public void Dispose()
    {
        if (ownsClient) client.Dispose();
    }

    private static byte[] FormBytes(IEnumerable<KeyValuePair<string, string>> fields) =>
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => $"{Encode(f.Key)}={Encode(f.Value)}")));

    // Slack encodes a space as a plus.
    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private Task<SlackReply> ReactAsync(
        SlackUser user,
        SlackMessage message,
        string emoji,
        bool isAdded,
        string? eventId,
        CancellationToken cancellationToken)
    {
        var channel = Workspace.Channel(message.ChannelId);
        if (!channel.IsMember || !Workspace.Scopes.Contains("reactions:read"))
            throw new InvalidOperationException("Slack would not tell the bot of this reaction.");
        Workspace.Messages.React(message, new SlackReaction(emoji, user.Id), isAdded);
        return PostEventAsync(payloads.ReactionEvent(message, channel, user, emoji, isAdded), eventId,
            cancellationToken: cancellationToken);
    }

    private SlackView Newest(SlackView view) =>
        Workspace.Views.Find(view.Id) is { Closed: false } newest
            ? newest
            : throw new InvalidOperationException($"The view {view.Id} is closed.");

    private async Task<SlackReply> PostInteractionAsync(
        SlackUser user,
        Action<JsonObject, string> fill,
        SlackResponseUrl? url = null,
        SlackTamper? tamper = null,
        CancellationToken cancellationToken = default)
    {
        var trigger = Workspace.MintTrigger(user);
        var payload = payloads.Interaction(user);
        fill(payload, trigger);
        var body = FormBytes([new("payload", payload.ToJsonString())]);
        var reply = await SendAsync(options.InteractionsPath, Form, body, tamper, cancellationToken);
        return reply with { TriggerId = trigger, ResponseUrl = url };
    }

    private Task<SlackReply> PostEventBodyAsync(JsonObject body, SlackTamper? tamper, CancellationToken cancellationToken)
    {
        LastEvent = body;
        return SendAsync(options.EventsPath, "application/json", JsonSerializer.SerializeToUtf8Bytes(body), tamper, cancellationToken);
    }
}
