using System.Net;
using System.Net.Http.Json;
using RelateBot.TestSupport.Slack;

namespace RelateBot.TestSupport.Tests.Slack;

public sealed class SlackStandInFaultTests : SlackStandInFixture
{
    protected override SlackStandInOptions Options =>
        base.Options with { WaitTimeout = TimeSpan.FromMilliseconds(200), RateLimits = new SlackRateLimitOptions() };

    [Fact]
    public async Task A_planned_rate_limit_says_when_to_come_back_and_does_nothing()
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.RateLimited(TimeSpan.FromSeconds(7)));
        using var content = JsonContent.Create(new { channel = Sue.Id, text = "hi" });

        using var answer = await SendAsync("chat.postMessage", content);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);
        Assert.Empty(Workspace.MessagesTo(Sue));
        Assert.Null(ErrorOf(await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "hi" })));
    }

    [Fact]
    public async Task A_connection_cut_afterwards_leaves_the_message_behind()
    {
        StandIn.Faults.Next("chat.postMessage", SlackFault.CutBefore);
        StandIn.Faults.Next("chat.postMessage", SlackFault.CutAfter);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "lost" }));
        Assert.Empty(Workspace.MessagesTo(Sue));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "kept" }));
        Assert.Equal("kept", Assert.Single(Workspace.MessagesTo(Sue)).Text);
        Assert.Equal([0, 0], StandIn.Journal.Of("chat.postMessage").Select(c => c.StatusCode));
    }

    [Fact]
    public async Task Faults_can_be_planned_for_some_calls_only()
    {
        StandIn.Faults.Next(
            SlackFaults.AnyMethod,
            SlackFault.Error("is_archived"),
            when: a => a.TryGetProperty("channel", out var c) && c.ValueEquals(Sue.Id));
        StandIn.Faults.Next("auth.test", SlackFault.Status(503), times: 2);

        Assert.Null(ErrorOf(await JsonAsync("chat.postMessage", new { channel = Mark.Id, text = "hi" })));
        Assert.Equal("is_archived", ErrorOf(await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "hi" })));
        for (var i = 0; i < 3; i++)
        {
            using var content = JsonContent.Create(new { });
            using var answer = await SendAsync("auth.test", content);
            Assert.Equal(i < 2 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_held_answer_comes_when_the_test_lets_it_go()
    {
        var gate = new TaskCompletionSource();
        StandIn.Faults.Next("chat.postMessage", SlackFault.HoldAnswerUntil(gate.Task));

        var call = JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "hi" });
        await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.False(call.IsCompleted);
        gate.SetResult();

        Assert.Null(ErrorOf(await call));
    }

    [Fact]
    public async Task One_channel_takes_one_message_a_second_after_a_short_burst()
    {
        for (var i = 0; i < 3; i++) Assert.Null(ErrorOf(await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "hi" })));

        Assert.Equal("ratelimited", ErrorOf(await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "hi" })));
        Assert.Null(ErrorOf(await JsonAsync("chat.postMessage", new { channel = Mark.Id, text = "hi" })));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(ErrorOf(await JsonAsync("chat.postMessage", new { channel = Sue.Id, text = "hi" })));
        for (var i = 0; i < 20; i++) Assert.Null(ErrorOf(await FormAsync("users.list")));
        Assert.Equal("ratelimited", ErrorOf(await FormAsync("users.list")));
    }

    [Fact]
    public async Task Waiting_sees_what_comes_and_what_came()
    {
        var wait = Workspace.Messages.WaitForMessageAsync("#general", m => m.Text.Contains("hello", StringComparison.Ordinal));
        await JsonAsync("chat.postMessage", new { channel = General.Id, text = "hello" });

        Assert.Equal("hello", (await wait).Text);
        Assert.Equal("hello", (await Workspace.Messages.WaitForMessageAsync("general")).Text);
        Assert.Equal("chat.postMessage", (await StandIn.Journal.WaitForCallAsync(c => c.Text("text") is "hello")).Method);
    }

    [Fact]
    public async Task Waiting_in_vain_tells_what_did_arrive()
    {
        await JsonAsync("chat.postMessage", new { channel = General.Id, text = "hello" });

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => StandIn.Journal.WaitForCallAsync("views.open"));

        Assert.Contains("No call of views.open arrived within 0.2 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains("#1 chat.postMessage", failure.Message, StringComparison.Ordinal);
    }
}
