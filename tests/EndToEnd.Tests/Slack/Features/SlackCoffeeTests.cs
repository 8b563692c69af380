using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>Coffees as Mark, Sue and Raj see them. It is Wednesday, 18 November; the first round is on Tuesday, 24 November.</summary>
public sealed class SlackCoffeeTests : SlackBotFixture
{
    private static readonly TimeSpan ToTuesdayAtTen = new(5, 23, 0, 0);

    [Fact]
    public async Task Two_who_joined_meet_are_asked_a_week_later_and_it_counts()
    {
        await JoinAsync("join every 2 weeks", Mark, Sue);

        Time.Advance(ToTuesdayAtTen);
        var chat = Workspace.GroupMessage(Mark, Sue);
        var told = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(chat.Id));
        Assert.Contains("this round you have a coffee together", told.Everything, StringComparison.Ordinal);
        Assert.Contains("You are both at work from 09:00 to 17:00.", told.Everything, StringComparison.Ordinal);
        Assert.Contains("To begin with", told.Everything, StringComparison.Ordinal);
        Assert.Contains(Mark.Id, told.Blocks.GetRawText(), StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromDays(7));
        var asked = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("Did you meet?", StringComparison.Ordinal)));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("Did you meet?", StringComparison.Ordinal)));
        await Slack.ClickAsync(Sue, asked, "coffee.met");

        Assert.Contains("You have had one so far.", await CoffeeAsync("", Mark), StringComparison.Ordinal);
        Assert.Single(chat.Messages);
    }

    [Fact]
    public async Task How_it_stands_is_on_the_home_page_of_those_who_take_part_and_changes_there()
    {
        await JoinAsync("join", Mark, Sue);
        await Slack.OpenHomeAsync(Raj);
        Assert.DoesNotContain("offee", HomeOf(Raj), StringComparison.Ordinal);
        await Slack.OpenHomeAsync(Mark);
        Assert.Contains("The next round is on Tuesday, 24 November 2026", HomeOf(Mark), StringComparison.Ordinal);

        Time.Advance(ToTuesdayAtTen);
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Workspace.GroupMessage(Mark, Sue).Id));
        await RunClockUntilAsync(Workspace.Views.WaitForHomeAsync(
            Mark,
            home => home.Sent.GetRawText().Contains("This round you meet", StringComparison.Ordinal)));

        await Slack.ClickAsync(Mark, Workspace.Views.HomeOf(Mark)!, "coffee.pause");
        await RunClockUntilAsync(Workspace.Views.WaitForHomeAsync(
            Mark,
            home => home.Sent.GetRawText().Contains("paused until", StringComparison.Ordinal)));
        await Slack.ClickAsync(Mark, Workspace.Views.HomeOf(Mark)!, "coffee.join");
        await RunClockUntilAsync(Workspace.Views.WaitForHomeAsync(
            Mark,
            home => !home.Sent.GetRawText().Contains("paused until", StringComparison.Ordinal)));
        Assert.Empty(Workspace.MessagesTo(Mark));

        await Slack.ClickAsync(Mark, Workspace.Views.HomeOf(Mark)!, "coffee.leave#2");
        Assert.Contains(
            "You are out",
            (await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Mark))).Everything,
            StringComparison.Ordinal);
        await RunClockUntilAsync(Workspace.Views.WaitForHomeAsync(
            Mark,
            home => !home.Sent.GetRawText().Contains("The next round", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_takes_part_who_did_not_say_yes()
    {
        Assert.Contains("Nobody takes part who did not say yes", await CoffeeAsync("", Raj), StringComparison.Ordinal);
        await JoinAsync("join", Mark, Sue);

        Time.Advance(ToTuesdayAtTen);
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Workspace.GroupMessage(Mark, Sue).Id));

        Assert.Equal(2, (await QueryAsync(context => context.PairingSeats)).Count);
        Assert.Empty(Workspace.MessagesTo(Raj));
    }

    [Fact]
    public async Task Three_have_one_coffee_and_are_told_why()
    {
        await JoinAsync("join", Mark, Sue, Raj);

        Time.Advance(ToTuesdayAtTen);
        var told = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Workspace.GroupMessage(Mark, Sue, Raj).Id));

        Assert.Contains("You are three, because somebody would have been left over.", told.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_somebody_avoids_they_never_meet_and_neither_learns_why()
    {
        await JoinAsync("join", Mark, Sue);
        var list = await CoffeeAsync($"avoid {Sue.Mention}", Mark);
        Assert.Contains("Sue Miller", list, StringComparison.Ordinal);
        Assert.Contains("Only you ever see this list", list, StringComparison.Ordinal);

        Time.Advance(ToTuesdayAtTen);
        var (toMark, toSue) = (
            await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Mark)),
            await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Sue)));

        Assert.Equal(toMark.Everything, toSue.Everything);
        Assert.Contains("nobody was left to have a coffee with you", toSue.Everything, StringComparison.Ordinal);
        Assert.Empty(Workspace.GroupMessage(Mark, Sue).Messages);
        Assert.Contains("Your list is empty", await CoffeeAsync("avoid", Sue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_put_on_the_list_at_the_last_moment_still_counts()
    {
        await JoinAsync("join", Mark, Sue);
        Time.Advance(ToTuesdayAtTen - TimeSpan.FromHours(9));
        await RunClockUntilAsync(WaitForRowsAsync(context => context.PairingSeats, rows => rows.Count == 2));
        await CoffeeAsync($"avoid {Sue.Mention}", Mark);

        Time.Advance(TimeSpan.FromHours(9));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("nobody was left", StringComparison.Ordinal)));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("nobody was left", StringComparison.Ordinal)));

        Assert.Empty(Workspace.GroupMessage(Mark, Sue).Messages);
    }

    [Fact]
    public async Task Whoever_leaves_or_pauses_is_left_alone()
    {
        await JoinAsync("join", Mark, Sue, Raj);
        Assert.Contains("paused until Thursday, 7 January 2027", await CoffeeAsync("pause until 7 January", Raj), StringComparison.Ordinal);
        Assert.Contains("You are out", await CoffeeAsync("leave", Sue), StringComparison.Ordinal);

        Time.Advance(ToTuesdayAtTen);
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("nobody was left", StringComparison.Ordinal)));

        Assert.Empty(Workspace.MessagesTo(Sue));
        Assert.Empty(Workspace.MessagesTo(Raj));
    }

    [Fact]
    public async Task Three_silent_rounds_pause_somebody_with_a_note_and_a_repeat_is_told()
    {
        await JoinAsync("join every 2 weeks", Mark, Sue);
        Time.Advance(ToTuesdayAtTen);
        var chat = Workspace.GroupMessage(Mark, Sue);
        for (var round = 1; round <= 3; round++)
        {
            await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(chat.Id, _ => chat.Messages.Count == round));
            Time.Advance(TimeSpan.FromDays(7));
            await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Sue, _ => Workspace.MessagesTo(Sue).Count == round));
            Time.Advance(TimeSpan.FromDays(7));
        }

        var note = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("I paused your coffees", StringComparison.Ordinal)));
        Assert.Equal(3, chat.Messages.Count);
        Assert.Contains("not long ago", chat.Messages[^1].Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("not long ago", chat.Messages[0].Everything, StringComparison.Ordinal);

        await Slack.ClickAsync(Sue, note, "coffee.join");
        Assert.Contains("every 2 weeks", await CoffeeAsync("", Sue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_and_a_third_look_tell_a_pair_once()
    {
        await JoinAsync("join", Mark, Sue);
        var job = Bot.Services.GetRequiredService<PairingJob>();

        Time.Advance(ToTuesdayAtTen);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => job.Execute(null!, CancellationToken.None).AsTask())));
        await job.Execute(null!, CancellationToken.None);

        Assert.Single(await QueryAsync(context => context.PairingGroups));
        Assert.Single(await OutboxAsync(), message => message.Purpose == PairingNotifier.Purpose);
    }

    [Fact]
    public async Task A_round_that_was_planned_by_a_host_that_died_is_told_by_the_next_one()
    {
        await JoinAsync("join", Mark, Sue);
        Time.Advance(ToTuesdayAtTen);
        var organisation = (await QueryAsync(context => context.PairingMembers))[0].OrganisationId;
        try
        {
            await Bot.InScopeAsync(organisation, async services =>
            {
                await services.GetRequiredService<PairingRoundPlanner>().TryPlanAsync(organisation, CancellationToken.None);
                await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
                return true;
            });
        }
        catch (ConflictException)
        {
            // The bot's own job has woken up and planned it a moment before.
        }

        var job = Bot.Services.GetRequiredService<PairingJob>();
        await job.Execute(null!, CancellationToken.None);
        await job.Execute(null!, CancellationToken.None);

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Workspace.GroupMessage(Mark, Sue).Id));
        Assert.Single(await OutboxAsync(), message => message.Purpose == PairingNotifier.Purpose);
    }

    [Fact]
    public async Task A_post_of_unknown_fate_is_looked_for_in_the_chat_of_both()
    {
        await JoinAsync("join", Mark, Sue);
        StandIn.Faults.Next("chat.postMessage", SlackFault.CutAfter);

        Time.Advance(ToTuesdayAtTen);
        await RunClockUntilAsync(WaitForRowsAsync(
            context => context.Outbox,
            rows => rows.Exists(message => message is { Purpose: PairingNotifier.Purpose, SettledAt: not null })));

        Assert.Single(Workspace.GroupMessage(Mark, Sue).Messages);
    }

    [Fact]
    public async Task A_coffee_that_Slack_took_only_after_its_round_is_not_told_of_any_more()
    {
        await JoinAsync("join", Mark, Sue);
        Workspace.TokenState = SlackTokenState.Revoked;
        Time.Advance(ToTuesdayAtTen);
        await RunClockUntilAsync(WaitForRowsAsync(
            context => context.Outbox,
            rows => rows.Exists(message => message is { Purpose: PairingNotifier.Purpose, LastError: not null })));

        Time.Advance(TimeSpan.FromDays(7));
        Workspace.TokenState = SlackTokenState.Valid;

        await RunClockUntilAsync(WaitForRowsAsync(
            context => context.Outbox,
            rows => rows.Exists(message => message is { Purpose: PairingNotifier.Purpose, Status: OutboxStatus.Withdrawn })));
        Assert.Empty(Workspace.GroupMessage(Mark, Sue).Messages);
        Assert.DoesNotContain(Workspace.MessagesTo(Mark), message => message.Everything.Contains("This round", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_permission_to_open_a_chat_of_both_each_is_told_until_it_is_given()
    {
        await JoinAsync("join", Mark, Sue);
        Workspace.Scopes.Remove("mpim:write");

        Time.Advance(ToTuesdayAtTen);
        foreach (var (user, other) in new[] { (Mark, Sue), (Sue, Mark) })
        {
            var told = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(user));
            Assert.Contains("This round you have a coffee with", told.Everything, StringComparison.Ordinal);
            Assert.Contains(other.Id, told.Blocks.GetRawText(), StringComparison.Ordinal);
        }

        Workspace.Scopes.Add("mpim:write");
        Time.Advance(TimeSpan.FromDays(7));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("Did you meet?", StringComparison.Ordinal)));
        Time.Advance(TimeSpan.FromDays(7));

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(Workspace.GroupMessage(Mark, Sue).Id));
        Assert.Equal(
            3,
            (await OutboxAsync()).Count(message =>
                message is { Purpose: PairingNotifier.Purpose, Operation: OutboxOperation.Post }
                    && !message.Content!.Contains("Did you meet", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("every 5 weeks", "Every one to four weeks")]
    [InlineData("pause", "Until when?")]
    [InlineData("pause until yesterday", "Until when?")]
    [InlineData("dance", "/relate coffee join")]
    [InlineData("pause 2 weeks", "so there is nothing to pause or stop")]
    [InlineData("leave", "so there is nothing to pause or stop")]
    [InlineData("avoid @nobody", "I know nobody called nobody")]
    [InlineData("avoid somebody", "Only colleagues can be put on your list")]
    [InlineData("avoid {mark}", "You are never put together with yourself")]
    public async Task Refusals_are_sentences(string text, string expected)
    {
        Assert.Contains(
            expected,
            await CoffeeAsync(text.Replace("{mark}", Mark.Mention, StringComparison.Ordinal), Mark),
            StringComparison.Ordinal);
        Assert.Empty(await QueryAsync(context => context.PairingMembers));
        Assert.Empty(await QueryAsync(context => context.PairingAvoidances));
    }

    private async Task JoinAsync(string words, params SlackUser[] users)
    {
        foreach (var user in users)
        {
            Assert.Contains("The next round is on Tuesday, 24 November 2026", await CoffeeAsync(words, user), StringComparison.Ordinal);
        }

        // Their time zone comes with their profile.
        await WaitForRowsAsync(
            context => context.People.Where(person => person.TimeZone != null),
            rows => rows.Count >= users.Length,
            clockRuns: true);
    }

    private string HomeOf(SlackUser user) => Workspace.Views.HomeOf(user)!.Sent.GetRawText();

    private async Task<string> CoffeeAsync(string words, SlackUser user) =>
        (await Slack.PostSlashCommandAsync(user, "/relate", $"coffee {words}", General)).Message!.Everything;
}
