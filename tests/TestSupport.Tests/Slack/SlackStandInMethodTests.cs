using System.Text.Json;
using RelateBot.TestSupport.Slack.BlockKit;

namespace RelateBot.TestSupport.Tests.Slack;

/// <summary>The methods that other tests don't use.</summary>
public sealed class SlackStandInMethodTests : SlackStandInFixture
{
    private static readonly object home = new
    {
        type = "home",
        blocks = new[] { new { type = "header", text = new { type = "plain_text", text = "Hello" } } }
    };

    [Fact]
    public async Task People_and_groups_can_be_read()
    {
        Workspace.Put(Sue with { Fields = Sue.Fields.Add("Xf0DEPT", "IT") });
        var it = Workspace.AddUserGroup("it", Sue, Mark);

        var team = await FormAsync("team.info");
        var profile = await FormAsync("users.profile.get", null, ("user", Sue.Id));
        var found = await FormAsync("users.lookupByEmail", null, ("email", "SUE@example.com"));
        var groups = await FormAsync("usergroups.list", null, ("include_users", "true"));
        var members = await FormAsync("usergroups.users.list", null, ("usergroup", it.Id));

        Assert.Equal(Workspace.Id, team.GetProperty("team").GetProperty("id").GetString());
        Assert.Equal("IT", profile.GetProperty("profile").GetProperty("fields").GetProperty("Xf0DEPT").GetProperty("value").GetString());
        Assert.Equal(Sue.Id, found.GetProperty("user").GetProperty("id").GetString());
        Assert.Equal(2, Assert.Single(groups.GetProperty("usergroups").EnumerateArray()).GetProperty("users").GetArrayLength());
        Assert.Equal(2, members.GetProperty("users").GetArrayLength());
        Workspace.Put(Sue with { Deleted = true });
        Assert.Equal("users_not_found", ErrorOf(await FormAsync("users.lookupByEmail", null, ("email", "sue@example.com"))));
        Assert.Equal("no_such_subteam", ErrorOf(await FormAsync("usergroups.users.list", null, ("usergroup", "S404"))));
    }

    [Fact]
    public async Task Without_its_scope_an_email_is_not_shown()
    {
        Workspace.Scopes.Remove("users:read.email");

        var answer = await FormAsync("users.info", null, ("user", Sue.Id));

        Assert.False(answer.GetProperty("user").GetProperty("profile").TryGetProperty("email", out _));
        Assert.Equal("missing_scope", ErrorOf(await FormAsync("users.lookupByEmail", null, ("email", "sue@example.com"))));
    }

    [Fact]
    public async Task A_public_channel_can_be_joined_and_then_written_to()
    {
        var channel = Workspace.AddChannel("kudos", isMember: false);
        Assert.Equal("not_in_channel", ErrorOf(await JsonAsync("chat.postMessage", new { channel = "kudos", text = "hi" })));

        Assert.Null(ErrorOf(await JsonAsync("conversations.join", new { channel = channel.Id })));

        var posted = await JsonAsync("chat.postMessage", new { channel = "kudos", text = "hi" });
        var ts = posted.GetProperty("ts").GetString()!;
        var link = await FormAsync("chat.getPermalink", null, ("channel", channel.Id), ("message_ts", ts));
        Assert.Equal(
            $"https://acme.slack.com/archives/{channel.Id}/p{ts.Replace(".", "", StringComparison.Ordinal)}",
            link.GetProperty("permalink").GetString());
        Assert.True((await FormAsync("conversations.info", null, ("channel", channel.Id)))
            .GetProperty("channel")
            .GetProperty("is_member")
            .GetBoolean());
        Assert.Equal(
            2,
            (await FormAsync("conversations.list", null, ("types", "public_channel,private_channel")))
                .GetProperty("channels")
                .GetArrayLength());
        Assert.Null(ErrorOf(await JsonAsync("reactions.add", new { channel = channel.Id, timestamp = ts, name = "pray" })));
        Assert.Equal(
            "already_reacted",
            ErrorOf(await JsonAsync("reactions.add", new { channel = channel.Id, timestamp = ts, name = "pray" })));
    }

    [Fact]
    public async Task A_conversation_is_opened_with_somebody_who_is_there()
    {
        var opened = await JsonAsync("conversations.open", new { users = Sue.Id });
        var again = await JsonAsync("conversations.open", new { users = Sue.Id });

        Assert.Equal(Workspace.DirectMessage(Sue).Id, opened.GetProperty("channel").GetProperty("id").GetString());
        Assert.True(again.GetProperty("already_open").GetBoolean());
        Assert.Equal("user_not_found", ErrorOf(await JsonAsync("conversations.open", new { users = "U404" })));
        Workspace.Put(Mark with { Deleted = true });
        Assert.Equal("user_disabled", ErrorOf(await JsonAsync("conversations.open", new { users = Mark.Id })));
    }

    [Fact]
    public async Task Several_people_have_one_chat_with_the_bot_in_whatever_order_they_are_named()
    {
        var opened = await JsonAsync("conversations.open", new { users = $"{Sue.Id},{Mark.Id}" });
        var again = await JsonAsync("conversations.open", new { users = $"{Mark.Id},{Sue.Id}" });

        Assert.Equal(Workspace.GroupMessage(Mark, Sue).Id, opened.GetProperty("channel").GetProperty("id").GetString());
        Assert.True(again.GetProperty("already_open").GetBoolean());
        Workspace.Scopes.Remove("mpim:write");
        Assert.Equal("missing_scope", ErrorOf(await JsonAsync("conversations.open", new { users = $"{Sue.Id},{Mark.Id}" })));
    }

    [Fact]
    public async Task A_home_is_published_and_an_old_hash_is_noticed()
    {
        var first = await JsonAsync("views.publish", new { user_id = Mark.Id, view = home });
        var hash = first.GetProperty("view").GetProperty("hash").GetString();
        Assert.Null(ErrorOf(await JsonAsync("views.publish", new { user_id = Mark.Id, view = home, hash })));

        Assert.Equal("hash_conflict", ErrorOf(await JsonAsync("views.publish", new { user_id = Mark.Id, view = home, hash })));
        Assert.NotNull(Workspace.Views.HomeOf(Mark));
        var view = new { type = "modal", title = new { type = "plain_text", text = "Thanks" }, blocks = Array.Empty<object>() };
        var opened = await JsonAsync("views.open", new { trigger_id = Workspace.MintTrigger(Mark), view });
        Assert.Null(ErrorOf(
            await JsonAsync("views.update", new { view_id = opened.GetProperty("view").GetProperty("id").GetString(), view })));
        Assert.Equal("not_found", ErrorOf(await JsonAsync("views.update", new { view_id = "V404", view })));
        Assert.Equal(
            "invalid_arguments",
            ErrorOf(await JsonAsync("views.open", new { trigger_id = Workspace.MintTrigger(Mark), view = home })));
        Assert.Equal(
            "view_too_large",
            ErrorOf(
                await JsonAsync("views.publish", new { user_id = Mark.Id, view = new { type = "home", pad = new string('x', 250_000) } })));
    }

    [Theory]
    [InlineData(
        """[{"type":"section","text":{"type":"mrkdwn","text":"a"},"color":"red"}]""",
        "invalid additional property: color [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"section"}]""", "must have text or fields [json-pointer:/blocks/0]")]
    [InlineData(
        """[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""",
        "block_id already exists [json-pointer:/blocks/1/block_id]")]
    [InlineData(
        """[{"type":"header","text":{"type":"mrkdwn","text":"a"}}]""",
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]")]
    [InlineData("""[{"type":"actions","elements":[]}]""", "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]")]
    [InlineData(
        """[{"type":"context","elements":[{"type":"mrkdwn","text":""}]}]""",
        "must be more than 0 characters [json-pointer:/blocks/0/elements/0/text]")]
    [InlineData(
        """[{"type":"input","label":{"type":"plain_text","text":"a"},"element":{"type":"button","text":{"type":"plain_text","text":"b"}}}]""",
        "unsupported type: button [json-pointer:/blocks/0/element/type]")]
    [InlineData(
        """[{"type":"actions","elements":[{"type":"button","action_id":"x","text":{"type":"plain_text","text":"b"}},{"type":"button","action_id":"x","text":{"type":"plain_text","text":"b"}}]}]""",
        "action_id already exists [json-pointer:/blocks/0/elements/1/action_id]")]
    [InlineData(
        """[{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"b"},"value":"1"}],"initial_option":{"text":{"type":"plain_text","text":"c"},"value":"1"}}]}]""",
        "must be exactly one of the options [json-pointer:/blocks/0/elements/0/initial_option]")]
    [InlineData(
        """[{"type":"actions","elements":[{"type":"datepicker","initial_date":"24.12.2026"}]}]""",
        "must be a date in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]")]
    [InlineData(
        """[{"type":"actions","elements":[{"type":"datepicker","initial_date":"2026-02-30"}]}]""",
        "must be a date in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]")]
    [InlineData(
        """[{"type":"actions","elements":[{"type":"datepicker","min_date":"2026-11-23"}]}]""",
        "invalid additional property: min_date [json-pointer:/blocks/0/elements/0]")]
    public void Block_Kit_faults_are_found_where_they_are(string blocks, string expected) =>
        Assert.Equal(expected, Assert.Single(BlockKitLimits.CheckMessage(JsonElement.Parse(blocks))).ToString());

    [Fact]
    public void Too_much_text_in_all_is_another_error_than_a_wrong_block()
    {
        var blocks = JsonSerializer.SerializeToElement(Enumerable.Repeat(
            new { type = "section", text = new { type = "mrkdwn", text = new string('x', 2500) } },
            5));

        Assert.True(Assert.Single(BlockKitLimits.CheckMessage(blocks)).IsTotal);
    }
}
