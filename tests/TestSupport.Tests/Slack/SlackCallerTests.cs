using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using RelateBot.TestSupport.Slack;

namespace RelateBot.TestSupport.Tests.Slack;

public sealed class SlackCallerTests : SlackStandInFixture
{
    private readonly Bot bot = new();

    private SlackCaller Caller() => new(Workspace, SlackSockets.NewClient(new Uri("http://bot.test/"), new BotHandler(bot)));

    [Fact]
    public async Task A_slash_command_has_the_fields_of_the_sample_and_the_right_signature()
    {
        using var caller = Caller();

        var reply = await caller.PostSlashCommandAsync(Mark, "/thanks", $"{Sue.Mention} for the new laptop & more", General);

        var form = HttpUtility.ParseQueryString(bot.Body);
        Assert.Equal($"{Sue.Mention} for the new laptop & more", form["text"]);
        Assert.Equal(
            (Mark.Id, Workspace.Id, General.Id, reply.TriggerId),
            (form["user_id"], form["team_id"], form["channel_id"], form["trigger_id"]));
        Assert.Equal(reply.ResponseUrl!.Url.ToString(), form["response_url"]);
        var timestamp = bot.Headers["X-Slack-Request-Timestamp"];
        var hash = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(StandIn.Options.SigningSecret),
            Encoding.UTF8.GetBytes($"v0:{timestamp}:{bot.Body}"));
        Assert.Equal("v0=" + Convert.ToHexStringLower(hash), bot.Headers["X-Slack-Signature"]);
        Assert.Equal(Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), timestamp);
    }

    [Fact]
    public async Task The_same_bytes_can_be_sent_again()
    {
        using var caller = Caller();
        var reply = await caller.PostSlashCommandAsync(Mark, "/thanks");
        var (body, signature) = (bot.Body, bot.Headers["X-Slack-Signature"]);

        await caller.SendAsync(reply.Request);

        Assert.Equal((body, signature), (bot.Body, bot.Headers["X-Slack-Signature"]));
    }

    [Fact]
    public async Task A_tampered_request_differs_only_in_what_was_tampered_with()
    {
        using var caller = Caller();
        var body = "{}"u8.ToArray();

        await caller.SendAsync("/slack/events", "application/json", body, new SlackTamper { OmitSignature = true });
        Assert.False(bot.Headers.ContainsKey("X-Slack-Signature"));
        await caller.SendAsync("/slack/events", "application/json", body, new SlackTamper { TimestampShift = TimeSpan.FromMinutes(-6) });
        Assert.Equal(
            (Time.GetUtcNow() - TimeSpan.FromMinutes(6)).ToUnixTimeSeconds(),
            long.Parse(bot.Headers["X-Slack-Request-Timestamp"], System.Globalization.CultureInfo.InvariantCulture));
        await caller.SendAsync("/slack/events", "application/json", body, new SlackTamper { DropBytes = 1 });
        Assert.Equal("{", bot.Body);
    }

    [Fact]
    public async Task A_button_of_the_answer_to_a_command_can_be_pressed()
    {
        using var caller = Caller();
        bot.Answer = new { response_type = "ephemeral", text = "Done.", blocks = new[] { Actions("undo", "42") } };
        var shown = (await caller.PostSlashCommandAsync(Mark, "/thanks", channel: General)).Message!;
        Assert.Equal(Mark.Id, shown.EphemeralTo);
        bot.Answer = new { };

        await caller.ClickAsync(Mark, shown, "undo");

        var payload = JsonElement.Parse(HttpUtility.ParseQueryString(bot.Body)["payload"]!);
        Assert.Equal("block_actions", payload.GetProperty("type").GetString());
        Assert.True(payload.GetProperty("container").GetProperty("is_ephemeral").GetBoolean());
        Assert.False(payload.TryGetProperty("message", out _));
        var action = Assert.Single(payload.GetProperty("actions").EnumerateArray());
        Assert.Equal(
            ("undo", "42", "button"),
            (action.GetProperty("action_id").GetString(), action.GetProperty("value").GetString(), action.GetProperty("type").GetString()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => caller.ClickAsync(Mark, shown, "nothing"));
    }

    [Fact]
    public async Task An_answer_that_Slack_would_refuse_fails_the_test()
    {
        using var caller = Caller();
        bot.Answer = new { text = "Done.", blocks = new[] { Actions("undo", new string('x', 2001)) } };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => caller.PostSlashCommandAsync(Mark, "/thanks"));

        Assert.Contains("/blocks/0/elements/0/value", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_modal_is_filled_in_and_submitted()
    {
        using var caller = Caller();
        var view = await OpenThanksModalAsync();
        bot.Answer = new { response_action = "errors", errors = new { note = "Too short." } };

        var refused = await caller.SubmitViewAsync(Mark, view, new SlackViewState().Users("people", Sue).Text("note", "x"));
        bot.Answer = new { response_action = "clear" };
        await caller.SubmitViewAsync(Mark, view, new SlackViewState().Users("people", Sue).Text("note", "for the laptop"));

        Assert.Equal("Too short.", refused.Errors["note"]);
        var payload = JsonElement.Parse(HttpUtility.ParseQueryString(bot.Body)["payload"]!);
        var values = payload.GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.Equal(Sue.Id, values.GetProperty("people").GetProperty("who").GetProperty("selected_users")[0].GetString());
        Assert.Equal("for the laptop", values.GetProperty("note").GetProperty("note").GetProperty("value").GetString());
        Assert.Equal("thanks", payload.GetProperty("view").GetProperty("callback_id").GetString());
        Assert.Null(Workspace.Views.OpenFor(Mark));
    }

    [Fact]
    public async Task A_modal_with_an_empty_required_input_cannot_be_submitted()
    {
        using var caller = Caller();
        var view = await OpenThanksModalAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            caller.SubmitViewAsync(Mark, view, new SlackViewState().Text("note", "hi")));
    }

    [Fact]
    public async Task An_event_names_the_workspace_and_may_be_delivered_twice()
    {
        using var caller = Caller();

        await caller.PostEventAsync(
            new JsonObject { ["type"] = "app_home_opened", ["user"] = Mark.Id, ["channel"] = "D1", ["tab"] = "home" },
            "Ev1",
            new SlackTamper { RetryNumber = 1 });

        var body = JsonElement.Parse(bot.Body);
        Assert.Equal(
            ("event_callback", "Ev1", Workspace.Id),
            (body.GetProperty("type").GetString(), body.GetProperty("event_id").GetString(), body.GetProperty("team_id").GetString()));
        Assert.Equal(Workspace.Bot.Id, body.GetProperty("authorizations")[0].GetProperty("user_id").GetString());
        Assert.Equal("1", bot.Headers["X-Slack-Retry-Num"]);
        await caller.SayAsync(Mark, Workspace.DirectMessage(Mark), "thanks @sue");
        Assert.Equal("im", JsonElement.Parse(bot.Body).GetProperty("event").GetProperty("channel_type").GetString());
    }

    private static object Actions(string actionId, string value) => new
    {
        type = "actions",
        elements = new[] { new { type = "button", action_id = actionId, value, text = new { type = "plain_text", text = "Undo" } } },
    };

    private async Task<SlackView> OpenThanksModalAsync()
    {
        static object Input(string blockId, object element) =>
            new { type = "input", block_id = blockId, label = new { type = "plain_text", text = blockId }, element };
        object[] blocks = [
            Input("people", new { type = "multi_users_select", action_id = "who" }),
            Input("note", new { type = "plain_text_input", action_id = "note", max_length = 3000 })
        ];
        var view = new { type = "modal", callback_id = "thanks", title = Plain("Say thanks"), submit = Plain("Send"), blocks };
        Assert.Null(ErrorOf(await JsonAsync("views.open", new { trigger_id = Workspace.MintTrigger(Mark), view })));
        return Workspace.Views.OpenFor(Mark)!;
    }

    private static object Plain(string text) => new { type = "plain_text", text };

    private sealed class Bot
    {
        public object Answer { get; set; } = new { };

        public string Body { get; set; } = "";

        public Dictionary<string, string> Headers { get; set; } = [];
    }

    private sealed class BotHandler(Bot bot) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bot.Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            bot.Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.First(), StringComparer.OrdinalIgnoreCase);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(bot.Answer) };
        }
    }
}
