using System.Net;
using System.Text.Json.Nodes;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

public sealed class SlackSocketTests : SlackBotFixture
{
    private const int Sockets = 2;

    protected override SlackCaller NewCaller() => new(Workspace, Bot.Address, new SlackCallerOptions { Sockets = StandIn.Sockets });

    protected override Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Slack:Mode"] = "Socket",
        ["Slack:AppToken"] = StandIn.Sockets.AppToken,
        ["Slack:SocketConnections"] = $"{Sockets}",
        ["Slack:SocketPing"] = "00:00:00.5",
        ["Slack:BotToken"] = Workspace.BotToken,
        ["Slack:ApiBaseUrl"] = StandIn.ApiBaseUrl.ToString(),
    };

    protected override async Task StartedAsync()
    {
        await base.StartedAsync();
        await StandIn.Sockets.WaitForAsync(Sockets);
    }

    [Fact]
    public async Task A_thanks_by_a_socket_is_answered_in_its_acknowledgement()
    {
        var reply = await ThanksAsync($"{Sue.Mention} for the laptop");

        Assert.StartsWith("You thanked", reply.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("the laptop", (await Workspace.Messages.WaitForMessageAsync(Sue)).Everything, StringComparison.Ordinal);
        Assert.Contains("the laptop", (await Workspace.Messages.WaitForMessageAsync(Kudos.Id)).Everything, StringComparison.Ordinal);
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task Buttons_forms_and_sentences_come_by_a_socket_too()
    {
        var given = await ThanksAsync($"{Sue.Mention} for the laptop");
        var told = await Workspace.Messages.WaitForMessageAsync(Sue);
        await Slack.ClickAsync(Sue, told, "thanks.sayback");
        var form = await Workspace.Views.WaitForModalAsync(Sue);
        var refused = await Slack.SubmitViewAsync(Sue, form, new SlackViewState().Text("note", " "));
        Assert.NotEmpty(refused.Errors);
        await Slack.SubmitViewAsync(Sue, form, new SlackViewState().Text("note", "any time"));
        Assert.Contains("any time", (await Workspace.Messages.WaitForMessageAsync(Mark)).Everything, StringComparison.Ordinal);

        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");
        await Workspace.Messages.WaitForDeletionAsync(told);
        Assert.Equal(
            HttpStatusCode.OK,
            (await Slack.SayAsync(Mark, Workspace.DirectMessage(Mark), $"thanks {Raj.Mention} for the map")).Status);
        Assert.Contains("the map", (await Workspace.Messages.WaitForMessageAsync(Raj)).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_is_open_and_no_signing_secret_is_needed()
    {
        foreach (var path in new[] { "commands", "interactions", "events" })
        {
            using var response = await Bot.Client.PostAsync(new Uri($"/slack/{path}", UriKind.Relative), content: null);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_socket_that_is_to_end_is_replaced_before_it_is_left(string reason)
    {
        var old = StandIn.Sockets.All[0];

        await old.AskToLeaveAsync(reason);
        await StandIn.Sockets.WaitForAsync(Sockets + 1);

        // What still comes by the old one is still taken care of.
        Assert.True(old.IsOpen);
        Assert.NotNull(
            await old.SendAsync(
                "events_api",
                new JsonObject { ["type"] = "event_callback", ["event"] = new JsonObject { ["type"] = "unknown" } },
                acceptsResponsePayload: false));
        await old.CloseAsync();
        Assert.Equal(Sockets, StandIn.Sockets.Open.Count);
    }

    [Fact]
    public async Task No_command_is_lost_and_none_is_carried_out_twice_while_sockets_come_and_go()
    {
        var sending = Task.Run(async () =>
        {
            for (var n = 0; n < 40; n++)
            {
                Assert.StartsWith(
                    "You thanked",
                    (await ThanksAsync($"{Sue.Mention} for {n}", by: Workspace.AddUser($"user{n}"))).Message?.Text ?? "nothing",
                    StringComparison.Ordinal);
            }
        });
        for (var n = 1; n <= 5; n++)
        {
            var old = StandIn.Sockets.Open[0];
            await old.AskToLeaveAsync("refresh_requested");
            await StandIn.Sockets.WaitForAsync(Sockets + n);
            await old.CloseAsync();
        }

        await sending;

        Assert.Equal(40, (await LedgerAsync()).Select(exchange => exchange.Note).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(40, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task An_event_that_comes_again_by_another_socket_changes_nothing()
    {
        var channel = Workspace.DirectMessage(Mark);
        await Slack.SayAsync(Mark, channel, $"thanks {Sue.Mention} for the laptop", eventId: "Ev1");
        var payload = Slack.LastEvent!;

        Assert.All(
            await Task.WhenAll(
                StandIn.Sockets.Open.Select(socket => socket.SendAsync("events_api", payload, acceptsResponsePayload: false))),
            Assert.NotNull);

        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task A_line_that_is_cut_is_opened_again_and_the_pauses_grow_while_Slack_refuses()
    {
        StandIn.Faults.Next("apps.connections.open", SlackFault.Error("internal_error"), times: 3);
        var before = StandIn.Journal.Count;

        StandIn.Sockets.All[0].Cut();
        await RunClockUntilAsync(StandIn.Sockets.WaitForAsync(Sockets + 1));

        var calls = StandIn.Journal.Calls.Where(call => call.Number > before && call.Method == "apps.connections.open").ToList();
        Assert.Equal([false, false, false, true], calls.Select(call => call.Ok));
        Assert.True(calls[3].At - calls[2].At > calls[1].At - calls[0].At, "The third pause is longer than the first.");
        Assert.StartsWith("You thanked", (await ThanksAsync($"{Sue.Mention} for the laptop")).Message!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_dead_without_a_word_is_noticed()
    {
        var dead = StandIn.Sockets.All[0];
        dead.Freeze();
        await dead.SendAsync("events_api", new JsonObject { ["type"] = "event_callback" }, acceptsResponsePayload: false);

        await RunClockUntilAsync(StandIn.Sockets.WaitForAsync(Sockets + 1));
    }

    [Fact]
    public async Task Garbled_payloads_are_acknowledged_and_harm_nobody()
    {
        var socket = StandIn.Sockets.Open[0];
        foreach (var type in new[] { "slash_commands", "interactive", "events_api", "unheard_of" })
        {
            Assert.NotNull(await socket.SendAsync(type, new JsonObject { ["type"] = 7 }, acceptsResponsePayload: true));
        }

        Assert.StartsWith("You thanked", (await ThanksAsync($"{Sue.Mention} for the laptop")).Message!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Error", Logs.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_is_told_in_the_log()
    {
        var socket = StandIn.Sockets.Open[0];
        await socket.AskToLeaveAsync("link_disabled");
        await socket.CloseAsync();

        await RunClockUntilAsync(StandIn.Sockets.WaitForAsync(Sockets + 1));

        Assert.Contains("Socket Mode was switched off", Logs.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_begun_is_finished_and_acknowledged_when_the_host_stops()
    {
        var thanks = Enumerable.Range(0, 5).Select(n => ThanksAsync($"{Sue.Mention} for {n}", by: Workspace.AddUser($"user{n}"))).ToList();
        await Task.WhenAny(thanks);
        var acknowledged = thanks.Count(each => each.IsCompletedSuccessfully);

        await Bot.StopAsync();

        Assert.True(acknowledged > 0);
        Assert.All(StandIn.Sockets.All, socket => Assert.True(socket.Ended.IsCompleted));
    }
}
