using System.Net;
using System.Text;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackSecurityTests : SlackBotFixture
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Forged = "v0=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    public static TheoryData<string, SlackTamper> Tampered => new()
    {
        { "another secret", new SlackTamper { SigningSecret = "another secret" } },
        { "no signature", new SlackTamper { OmitSignature = true } },
        { "no timestamp", new SlackTamper { OmitTimestamp = true } },
        { "a forged signature", new SlackTamper { Signature = Forged } },
        { "stale", new SlackTamper { TimestampShift = TimeSpan.FromSeconds(-301) } },
        { "from the future", new SlackTamper { TimestampShift = TimeSpan.FromSeconds(301) } },
        { "another timestamp than was signed", new SlackTamper { Timestamp = "1795000000" } },
        { "a timestamp that is none", new SlackTamper { Timestamp = "now" } },
        { "truncated after it was signed", new SlackTamper { DropBytes = 1 } },
        { "truncated to half", new SlackTamper { DropBytes = 200 } },
    };

    [Theory]
    [MemberData(nameof(Tampered))]
    public async Task What_Slack_did_not_sign_just_now_is_refused(string what, SlackTamper tamper)
    {
        var reply = await ThanksAsync($"{Sue.Mention} for the laptop", tamper: tamper);

        Assert.True(reply.Status is HttpStatusCode.Unauthorized, what);
        Assert.Empty(reply.Body);
        Assert.Empty(await LedgerAsync());
        Assert.Contains("Refused a request to /slack/commands", Logs.Text(), StringComparison.Ordinal);
        Assert.All(
            reply.Request.Headers,
            header => Assert.False(header.Value.StartsWith("v0=", StringComparison.Ordinal)
                && Logs.Text().Contains(header.Value, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Five_minutes_either_way_are_still_now()
    {
        Assert.Equal(
            HttpStatusCode.OK,
            (await ThanksAsync($"{Sue.Mention} one", tamper: new SlackTamper { TimestampShift = TimeSpan.FromSeconds(-299) })).Status);
        Assert.Equal(
            HttpStatusCode.OK,
            (await ThanksAsync($"{Sue.Mention} two", tamper: new SlackTamper { TimestampShift = TimeSpan.FromSeconds(299) })).Status);
    }

    [Theory]
    [InlineData("/slack/interactions", "payload=%7B%7D")]
    [InlineData("/slack/events", """{"type":"url_verification","challenge":"x"}""")]
    public async Task Every_door_has_the_same_lock(string path, string body)
    {
        var reply = await Slack.SendAsync(path, Form, Encoding.UTF8.GetBytes(body), new SlackTamper { Signature = Forged });

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
    }

    [Fact]
    public async Task A_request_replayed_within_five_minutes_changes_nothing_and_later_is_refused()
    {
        var first = await ThanksAsync($"{Sue.Mention} for the laptop");

        Assert.Equal(HttpStatusCode.OK, (await Slack.SendAsync(first.Request)).Status);
        Assert.Single(await LedgerAsync());
        Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Slack.SendAsync(first.Request)).Status);
    }

    [Fact]
    public async Task A_quarter_of_a_mebibyte_is_enough()
    {
        var fits = await Slack.SendAsync("/slack/commands", Form, Encoding.ASCII.GetBytes("text=".PadRight(256 * 1024, 'x')));
        var tooMuch = await Slack.SendAsync("/slack/commands", Form, Encoding.ASCII.GetBytes("text=".PadRight((256 * 1024) + 1, 'x')));

        Assert.Equal(HttpStatusCode.BadRequest, fits.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMuch.Status);
    }

    [Theory]
    [InlineData("/slack/commands", "")]
    [InlineData("/slack/commands", "command=%2Fthanks&text=hi&team_id=T000000001&user_i")]
    [InlineData("/slack/commands", "command=%2Fthanks&text=hi&team_id=T000000001&user_id=U1&trigger_id=")]
    [InlineData("/slack/commands", "command=thanks&text=hi&team_id=T000000001&user_id=U1&trigger_id=1")]
    [InlineData("/slack/commands", "command=%2Fthanks&command=%2Fkudos&team_id=T000000001&user_id=U1&trigger_id=1")]
    [InlineData("/slack/commands", "%%%=%zz&&&==;\0\u0001")]
    [InlineData("/slack/commands", "{\"command\":\"/thanks\"}")]
    public async Task Garbled_bodies_are_the_senders_fault(string path, string body)
    {
        var reply = await Slack.SendAsync(path, Form, Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.DoesNotContain("Error", Logs.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/slack/interactions", "")]
    [InlineData("/slack/interactions", "payload=")]
    [InlineData("/slack/interactions", "payload=%7B%22type%22%3A%22block_act")]
    [InlineData("/slack/interactions", "payload=%5B%5D")]
    [InlineData("/slack/interactions", "payload=null")]
    [InlineData("/slack/interactions", "payload=%7B%22type%22%3A7%7D")]
    [InlineData(
        "/slack/interactions",
        """payload={"type":"view_submission","user":{"id":"U1"},"trigger_id":"1","view":{"id":"V1","private_metadata":"not ours"}}""")]
    [InlineData("/slack/events", "")]
    [InlineData("/slack/events", "{\"type\":\"event_callback\",\"event\":{\"type\":\"mess")]
    [InlineData("/slack/events", "[]")]
    [InlineData("/slack/events", "null")]
    [InlineData(
        "/slack/events",
        """{"type":"event_callback","team_id":"T000000001","event":{"type":"message","channel_type":"im","channel":7,"ts":"1"}}""")]
    public async Task What_Slack_signed_and_cannot_be_read_is_acknowledged_and_logged(string path, string body)
    {
        var reply = await Slack.SendAsync(path, Form, Encoding.UTF8.GetBytes(body));

        Assert.Equal((HttpStatusCode.OK, ""), (reply.Status, reply.Body));
        Assert.Contains("cannot be read", Logs.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Error", Logs.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_team_is_refused_politely_and_leaves_no_trace()
    {
        var other = StandIn.AddWorkspace("Other");
        var eve = other.AddUser("eve");
        using var caller = new SlackCaller(other, Bot.Address);
        var general = other.AddChannel("general");

        var command = await caller.PostSlashCommandAsync(eve, "/thanks", $"{eve.Mention} for it", general);
        Assert.Contains("do not look after this Slack workspace", command.Message!.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await caller.SayAsync(eve, other.DirectMessage(eve), "thanks @sue")).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.PostShortcutAsync(eve, "say_thanks")).Status);

        Assert.Empty(await LedgerAsync());
        Assert.Empty(await PeopleAsync());
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task An_answer_goes_to_no_address_but_Slacks()
    {
        var given = await ThanksAsync($"{Sue.Mention} for the laptop");
        var undo = given.Message!.Blocks
            .EnumerateArray()
            .SelectMany(block => block.GetProperty("elements").EnumerateArray())
            .First(element => element.TryGetProperty("value", out _))
            .GetProperty("value")
            .GetString();
        var payload = Uri.EscapeDataString($$"""
            {"type":"block_actions","team":{"id":"{{Workspace.Id}}"},"user":{"id":"{{Mark.Id}}","name":"mark"},"trigger_id":"elsewhere","channel":{"id":"{{General.Id}}"},
             "response_url":"http://127.0.0.1:9/steal","actions":[{"type":"button","action_id":"thanks.undo","value":"{{undo}}"}]}
            """);

        Assert.Equal(
            HttpStatusCode.OK,
            (await Slack.SendAsync("/slack/interactions", Form, Encoding.ASCII.GetBytes($"payload={payload}"))).Status);

        await Workspace.Messages.WaitForEphemeralAsync(Mark, message => message.Text.StartsWith("Taken back", StringComparison.Ordinal));
        Assert.All(await OutboxAsync(), message => Assert.DoesNotContain("steal", message.Destination, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_secret_and_nobodys_words_get_into_the_log()
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.Error("channel_not_found"), times: 5);
        await ThanksAsync($"{Sue.Mention} for the very delicate matter");
        await WaitForRowsAsync(context => context.Outbox, messages => messages.TrueForAll(message => message.SettledAt is not null));

        var log = Logs.Text();
        Assert.Contains("Gave up on message", log, StringComparison.Ordinal);
        Assert.DoesNotContain("delicate matter", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Workspace.BotToken, log, StringComparison.Ordinal);
        Assert.DoesNotContain(StandIn.Options.SigningSecret, log, StringComparison.Ordinal);
    }
}
