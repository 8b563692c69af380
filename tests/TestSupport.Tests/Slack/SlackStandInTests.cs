using System.Text.Json;
using RelateBot.TestSupport.Slack;

namespace RelateBot.TestSupport.Tests.Slack;

public sealed class SlackStandInTests : SlackStandInFixture
{
    private static readonly object modal = new
    {
        type = "modal",
        title = new { type = "plain_text", text = "Say thanks" },
        blocks = new object[] { new { type = "divider" } },
    };

    [Fact]
    public async Task A_message_to_a_user_opens_the_direct_message()
    {
        var answer = await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "Mark thanks you." });

        Assert.Null(ErrorOf(answer));
        Assert.StartsWith("D", answer.GetProperty("channel").GetString(), StringComparison.Ordinal);
        var message = Assert.Single(Workspace.MessagesTo(Sue));
        Assert.Equal(answer.GetProperty("ts").GetString(), message.Ts);
        Assert.Equal(Workspace.BotId, answer.GetProperty("message").GetProperty("bot_id").GetString());
    }

    [Fact]
    public async Task Channels_are_found_by_id_and_by_name_with_or_without_a_hash()
    {
        foreach (var name in new[] { General.Id, "general", "#general" }) Assert.Null(ErrorOf(
            await JsonAsync("chat.postMessage", new { channel = name, text = "hi" })));

        Assert.Equal(3, General.Messages.Count);
        Assert.Equal(3, General.Messages.Select(m => m.Ts).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Tokens_are_told_apart_as_Slack_tells_them_apart()
    {
        Assert.Equal("not_authed", ErrorOf(await FormAsync("auth.test", token: "")));
        Assert.Equal("invalid_auth", ErrorOf(await FormAsync("auth.test", token: "xoxb-other")));
        Workspace.TokenState = SlackTokenState.Revoked;
        Assert.Equal("token_revoked", ErrorOf(await FormAsync("auth.test")));
        Workspace.TokenState = SlackTokenState.Inactive;
        Assert.Equal("account_inactive", ErrorOf(await FormAsync("auth.test")));
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        Workspace.Scopes.Remove("chat:write");

        var answer = await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "hi" });

        Assert.Equal("missing_scope", ErrorOf(answer));
        Assert.Equal("chat:write", answer.GetProperty("needed").GetString());
        Assert.Contains("users:read", answer.GetProperty("provided").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_argument_is_refused_by_name()
    {
        var answer = await JsonAsync("chat.postMessage", new { channel = Sue.Id, txt = "hi", text = "hi" });

        Assert.Equal("invalid_arguments", ErrorOf(answer));
        Assert.Contains("no such argument: txt", MessagesOf(answer), StringComparison.Ordinal);
        Assert.Equal("unknown_method", ErrorOf(await FormAsync("chat.shout")));
    }

    [Fact]
    public async Task A_read_method_does_not_see_a_JSON_body()
    {
        Assert.Equal("user_not_found", ErrorOf(await JsonAsync("users.info", new { user = Sue.Id })));
        Assert.Equal("invalid_arguments", ErrorOf(await JsonAsync("users.list", new { limit = 2 })));
        Assert.Contains(
            "missing required field: channel",
            MessagesOf(await JsonAsync("conversations.history", new { channel = General.Id })),
            StringComparison.Ordinal);
        var answer = await FormAsync("users.info", null, ("user", Sue.Id));
        Assert.Equal("sue@example.com", answer.GetProperty("user").GetProperty("profile").GetProperty("email").GetString());
    }

    [Fact]
    public async Task Every_reason_not_to_post_has_its_own_error()
    {
        var archived = Workspace.AddChannel("old");
        archived.IsArchived = true;
        var cases = new (string Channel, string Error)[]
        {
            ("C404", "channel_not_found"), (Workspace.AddChannel("secret", isMember: false, isPrivate: true).Id, "channel_not_found"),
            (Workspace.AddChannel("elsewhere", isMember: false).Id, "not_in_channel"), (archived.Id, "is_archived"),
            (Workspace.Bot.Id, "cannot_dm_bot"), (Workspace.AddUser("gone", u => u with { Deleted = true }).Id, "channel_not_found"),
        };

        foreach (var (channel, error) in cases) Assert.Equal(
            error,
            ErrorOf(await JsonAsync("chat.postMessage", new { channel, text = "hi" })));
        Assert.Equal("no_text", ErrorOf(await JsonAsync("chat.postMessage", new { channel = General.Id })));
        Assert.Equal(
            "msg_too_long",
            ErrorOf(await JsonAsync("chat.postMessage", new { channel = General.Id, text = new string('x', 40_001) })));
    }

    [Fact]
    public async Task Only_its_own_messages_can_the_bot_change_and_delete()
    {
        var own = (await JsonAsync("chat.postMessage", new { channel = General.Id, text = "one" })).GetProperty("ts").GetString()!;
        var other = Workspace.Messages.Say(Mark, General, "mine").Ts;

        Assert.Null(ErrorOf(await JsonAsync("chat.update", new { channel = General.Id, ts = own, text = "two" })));
        Assert.Equal("two", General.Find(own)!.Text);
        Assert.NotNull(General.Find(own)!.EditedTs);
        Assert.Equal("cant_update_message", ErrorOf(await JsonAsync("chat.update", new { channel = General.Id, ts = other, text = "x" })));
        Assert.Equal("cant_delete_message", ErrorOf(await JsonAsync("chat.delete", new { channel = General.Id, ts = other })));
        Assert.Null(ErrorOf(await JsonAsync("chat.delete", new { channel = General.Id, ts = own })));
        Assert.Equal("message_not_found", ErrorOf(await JsonAsync("chat.delete", new { channel = General.Id, ts = own })));
    }

    [Fact]
    public async Task History_gives_metadata_when_asked_and_pages_from_the_newest_on()
    {
        var metadata = new { event_type = "relatebot_message", event_payload = new { id = "42" } };
        for (var i = 0; i < 5; i++) await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = $"m{i}", metadata });
        var channel = Workspace.DirectMessage(Sue).Id;

        var first = await FormAsync("conversations.history", null, ("channel", channel), ("limit", "3"), ("include_all_metadata", "true"));
        var cursor = first.GetProperty("response_metadata").GetProperty("next_cursor").GetString()!;
        var second = await FormAsync("conversations.history", null, ("channel", channel), ("limit", "3"), ("cursor", cursor));

        Assert.Equal("m4 m3 m2", Texts(first));
        Assert.Equal("m1 m0", Texts(second));
        Assert.Equal(
            "42",
            first.GetProperty("messages")[0].GetProperty("metadata").GetProperty("event_payload").GetProperty("id").GetString());
        Assert.False(second.GetProperty("messages")[0].TryGetProperty("metadata", out _));
        var oldest = Workspace.DirectMessage(Sue).Messages[3].Ts;
        Assert.Equal(
            1,
            (await FormAsync("conversations.history", null, ("channel", channel), ("oldest", oldest)))
                .GetProperty("messages")
                .GetArrayLength());
        Assert.Equal(
            2,
            (await FormAsync("conversations.history", null, ("channel", channel), ("oldest", oldest), ("inclusive", "true")))
                .GetProperty("messages")
                .GetArrayLength());
    }

    [Fact]
    public async Task Users_come_in_pages()
    {
        for (var i = 0; i < 7; i++) Workspace.AddUser($"user{i}");
        var (seen, cursor) = (0, "");
        do
        {
            var page = await FormAsync("users.list", null, ("limit", "4"), ("cursor", cursor));
            seen += page.GetProperty("members").GetArrayLength();
            cursor = page.GetProperty("response_metadata").GetProperty("next_cursor").GetString()!;
        }
        while (cursor.Length > 0);

        Assert.Equal(Workspace.Users.Count, seen);
    }

    [Fact]
    public async Task A_second_use_of_a_trigger_is_refused()
    {
        var trigger = Workspace.MintTrigger(Mark);

        Assert.Null(ErrorOf(await JsonAsync("views.open", new { trigger_id = trigger, view = modal })));
        Assert.Equal("exchanged_trigger_id", ErrorOf(await JsonAsync("views.open", new { trigger_id = trigger, view = modal })));
        Assert.Equal("invalid_trigger_id", ErrorOf(await JsonAsync("views.open", new { trigger_id = "1.2.3", view = modal })));
        Assert.NotNull(Workspace.Views.OpenFor(Mark));
    }

    [Fact]
    public async Task A_trigger_lives_three_seconds()
    {
        var trigger = Workspace.MintTrigger(Mark);
        Time.Advance(TimeSpan.FromSeconds(3.1));

        Assert.Equal("expired_trigger_id", ErrorOf(await JsonAsync("views.open", new { trigger_id = trigger, view = modal })));
    }

    [Fact]
    public async Task A_response_url_is_good_for_five_posts_in_thirty_minutes()
    {
        var url = Workspace.ResponseUrls.Mint(Mark, General);
        for (var i = 0; i < 5; i++) Assert.Null(ErrorOf(
            await JsonAsync(url.Url.ToString(), new { text = "more", response_type = "ephemeral" })));

        Assert.Equal("used_url", ErrorOf(await JsonAsync(url.Url.ToString(), new { text = "six" })));
        Assert.Equal(5, Workspace.Messages.EphemeralsTo(Mark).Count);
        var late = Workspace.ResponseUrls.Mint(Mark, General);
        Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("expired_url", ErrorOf(await JsonAsync(late.Url.ToString(), new { text = "late" })));
    }

    [Fact]
    public async Task A_response_url_replaces_and_deletes_the_message_it_belongs_to()
    {
        await JsonAsync("chat.postEphemeral", new { channel = General.Id, user = Mark.Id, text = "Undo?" });
        var shown = Assert.Single(Workspace.Messages.EphemeralsTo(Mark));
        var url = Workspace.ResponseUrls.Mint(Mark, General, shown);

        Assert.Null(ErrorOf(await JsonAsync(url.Url.ToString(), new { replace_original = true, text = "Undone." })));
        Assert.Equal("Undone.", Assert.Single(Workspace.Messages.EphemeralsTo(Mark)).Text);
        Assert.Null(ErrorOf(await JsonAsync(url.Url.ToString(), new { delete_original = true })));
        Assert.Empty(Workspace.Messages.EphemeralsTo(Mark));
    }

    [Fact]
    public async Task Two_workspaces_do_not_see_each_other()
    {
        var other = StandIn.AddWorkspace("Other");

        Assert.Equal("user_not_found", ErrorOf(await FormAsync("users.info", other.BotToken, ("user", Sue.Id))));
        Assert.Equal(
            "channel_not_found",
            ErrorOf(await JsonAsync("chat.postMessage", new { channel = General.Id, text = "hi" }, other.BotToken)));
        Assert.Equal(other.Id, (await FormAsync("auth.test", other.BotToken)).GetProperty("team_id").GetString());
    }

    [Fact]
    public async Task Blocks_over_a_limit_are_refused_with_pointers()
    {
        var blocks = new object[]
        {
            new { type = "header", text = new { type = "plain_text", text = new string('x', 151) } },
            new { type = "sections" }
        };

        var answer = await JsonAsync("chat.postMessage", new { channel = General.Id, text = "hi", blocks });

        Assert.Equal("invalid_blocks", ErrorOf(answer));
        Assert.Contains("must be less than 151 characters [json-pointer:/blocks/0/text/text]", MessagesOf(answer),
            StringComparison.Ordinal);
        Assert.Contains("unsupported type: sections [json-pointer:/blocks/1/type]", MessagesOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_in_a_form_are_JSON_in_a_string()
    {
        var blocks = JsonSerializer.Serialize(new[] { new { type = "section", text = new { type = "mrkdwn", text = "*hello*" } } });

        Assert.Null(ErrorOf(await FormAsync("chat.postMessage", null, ("channel", General.Id), ("text", "hello"), ("blocks", blocks))));
        Assert.Contains("*hello*", General.Messages[0].Everything, StringComparison.Ordinal);
        Assert.True(General.Messages[0].Blocks[0].TryGetProperty("block_id", out _));
    }

    private static string Texts(JsonElement history) =>
        string.Join(' ', history.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString()));
}
