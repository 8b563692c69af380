using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>The life of an ask, as Mark, Sue and Raj see it.</summary>
public sealed class SlackAskTests : SlackBotFixture
{
    private SlackChannel help = null!;
    private SlackUserGroup it = null!;

    [Fact]
    public async Task An_ask_is_taken_followed_up_solved_and_thanked()
    {
        await AskAsync($"<!subteam^{it.Id}|@it> my laptop freezes again");
        var posted = await PostedAsync("my laptop freezes again");

        await Slack.ClickAsync(Sue, posted, "ask.take");

        await AnsweredAsync(Sue, "It is yours");
        var toMark = await Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("took it at 11:00", StringComparison.Ordinal));
        Assert.Contains(Sue.Id, toMark.Blocks.GetRawText(), StringComparison.Ordinal);
        await Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("You are helping", StringComparison.Ordinal));
        await Workspace.Messages.WaitForMessageAsync(help.Id, message => message.Everything.Contains("is on it", StringComparison.Ordinal));

        // On Wednesday at eleven, as Mark's clock has it; on Friday at eleven it is two working days.
        Time.Advance(TimeSpan.FromDays(2));
        var asked = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("Did it get solved?", StringComparison.Ordinal)));
        await Slack.ClickAsync(Mark, asked, "ask.solved");

        var help1 = Assert.Single(await LedgerAsync());
        Assert.Equal((ExchangeKind.Help, "my laptop freezes again"), (help1.Kind, help1.Note));
        var form = await Workspace.Views.WaitForModalAsync(Mark);
        Assert.Contains(Sue.Id, form.Sent.GetRawText(), StringComparison.Ordinal);
        var thanks = await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Users("people", Sue).Text("note", "the patience"));

        Assert.Empty(thanks.Errors);
        var ask = await WaitForRowsAsync(context => context.Asks, rows => rows[0].ThankedAt is not null, clockRuns: true);
        Assert.Equal(AskState.Solved, Assert.Single(ask).State);
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            help.Id,
            message => message.Everything.Contains("Solved, with help from", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_who_tap_at_once_both_help_and_a_second_tap_says_so()
    {
        await AskAsync("how do I compare two lists?");
        var posted = await PostedAsync("two lists");

        await Task.WhenAll(Slack.ClickAsync(Sue, posted, "ask.take"), Slack.ClickAsync(Raj, posted, "ask.take"));
        var answers = await Task.WhenAll(AnsweredAsync(Sue, "direct messages"), AnsweredAsync(Raj, "direct messages"));
        await Slack.ClickAsync(Sue, posted, "ask.take");

        Assert.Single(answers, answer => answer.Everything.Contains("It is yours", StringComparison.Ordinal));
        Assert.Single(answers, answer => answer.Everything.Contains("You are in, with", StringComparison.Ordinal));
        await AnsweredAsync(Sue, "That is so already");
        Assert.Equal(2, (await QueryAsync(context => context.AskHelpers)).Count);
    }

    [Fact]
    public async Task Only_the_asker_and_those_who_help_can_close_it()
    {
        await AskAsync("how do I compare two lists?");
        var posted = await PostedAsync("two lists");
        await Slack.ClickAsync(Sue, posted, "ask.take");
        var yours = await Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("You are helping", StringComparison.Ordinal));

        await Slack.ClickAsync(Raj, yours, "ask.solved");
        await AnsweredAsync(Raj, "those who help can do that");
        await Task.WhenAll(Slack.ClickAsync(Sue, yours, "ask.solved"), Slack.ClickAsync(Sue, yours, "ask.solved"));
        await AnsweredAsync(Sue, "That counts as help given");
        await AnsweredAsync(Sue, "That is so already");

        Assert.Single(await LedgerAsync());
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("says that this is solved", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_helper_called_solved_too_early_is_open_again_and_no_longer_counted()
    {
        await AskAsync("how do I compare two lists?");
        await Slack.ClickAsync(Sue, await PostedAsync("two lists"), "ask.take");
        await Slack.ClickAsync(
            Sue,
            await Workspace.Messages.WaitForMessageAsync(
                Sue,
                message => message.Everything.Contains("You are helping", StringComparison.Ordinal)),
            "ask.solved");
        var told = await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("says that this is solved", StringComparison.Ordinal)));

        await Slack.ClickAsync(Mark, told, "ask.notyet#1");

        Assert.Equal([false, true], (await LedgerAsync()).Select(entry => entry.CorrectsId is not null));
        Assert.Equal(AskState.Taken, Assert.Single(await QueryAsync(context => context.Asks)).State);
    }

    [Fact]
    public async Task A_helper_can_hand_it_back()
    {
        await AskAsync("how do I compare two lists?");
        await Slack.ClickAsync(Sue, await PostedAsync("two lists"), "ask.take");
        var yours = await Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("You are helping", StringComparison.Ordinal));

        await Slack.ClickAsync(Sue, yours, "ask.handback#1");

        Assert.Equal(AskState.Open, Assert.Single(await QueryAsync(context => context.Asks)).State);
        Assert.Empty(await QueryAsync(context => context.AskHelpers));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("had to hand this back", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_who_knows_who_can_names_them_once()
    {
        await AskAsync("how do I compare two lists?");
        var posted = await PostedAsync("two lists");
        await Slack.ClickAsync(Raj, posted, "ask.suggest#1");
        var named = await Slack.SubmitViewAsync(
            Raj,
            await Workspace.Views.WaitForModalAsync(Raj),
            new SlackViewState().Users("person", Sue));
        await Slack.ClickAsync(Raj, posted, "ask.suggest#1");
        var again = await Slack.SubmitViewAsync(Raj, Workspace.Views.OpenFor(Raj)!, new SlackViewState().Users("person", Sue));

        Assert.Empty(named.Errors);
        Assert.Contains("has been asked already", again.Errors["person"], StringComparison.Ordinal);
        var toSue = await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.Contains("thinks that you could help", toSue.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Sue, toSue, "ask.take");
        Assert.Single(await QueryAsync(context => context.AskHelpers));
    }

    [Fact]
    public async Task One_person_is_asked_directly_and_their_no_is_told_once()
    {
        await AskAsync($"{Sue.Mention} could you look at my slides?");
        var toSue = await Workspace.Messages.WaitForMessageAsync(Sue);
        Assert.Empty(help.EverPosted);

        await Slack.ClickAsync(Sue, toSue, "ask.notnow#2");
        await Slack.ClickAsync(Sue, toSue, "ask.notnow#2");

        await Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("cannot take this right now", StringComparison.Ordinal));
        Assert.Single(await OutboxAsync(), message => message.Purpose == "ask.owner");
    }

    [Fact]
    public async Task An_ask_that_nobody_takes_is_reminded_once_and_expires()
    {
        await AskAsync("how do I compare two lists?");
        await PostedAsync("two lists");

        Time.Advance(TimeSpan.FromDays(7));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            help.Id,
            message => message.Everything.Contains("Still open", StringComparison.Ordinal)));
        Time.Advance(TimeSpan.FromDays(7));
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("Nobody could take", StringComparison.Ordinal)));

        Assert.Equal(AskState.Expired, Assert.Single(await QueryAsync(context => context.Asks)).State);
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            help.Id,
            message => message.Everything.Contains("Nobody could take it in time", StringComparison.Ordinal)));
        Assert.Equal(2, (await OutboxAsync()).Count(message => message is { Purpose: "ask.posted", TargetId: null }));
    }

    [Fact]
    public async Task The_form_asks_with_a_day_and_a_withdrawn_ask_says_so_everywhere()
    {
        await Slack.PostSlashCommandAsync(Mark, "/ask", "", General);
        var form = await Workspace.Views.WaitForModalAsync(Mark);
        await Slack.SubmitViewAsync(
            Mark,
            form,
            new SlackViewState().Text("text", "Somebody to check the contract").Option("needed_by", "2026-11-20"));

        var posted = await PostedAsync("Somebody to check the contract");
        Assert.Contains("Needed by Friday, 20 November", posted.Everything, StringComparison.Ordinal);
        await Slack.ClickAsync(Sue, posted, "ask.take");
        await Slack.ClickAsync(
            Mark,
            await Workspace.Messages.WaitForMessageAsync(Mark, message => message.Everything.Contains("took it", StringComparison.Ordinal)),
            "ask.withdraw#1");

        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            help.Id,
            message => message.Everything.Contains("No longer needed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{bot} please", "is a program")]
    [InlineData("{mark} please", "ask yourself")]
    [InlineData("{sue}", "What do you need?")]
    [InlineData("{sue} {raj} please", "one person or one department")]
    [InlineData("@nobody please", "I know nobody called nobody")]
    public async Task Refusals_are_sentences_and_record_nothing(string text, string expected)
    {
        var reply = await AskAsync(text
            .Replace("{bot}", Workspace.Bot.Mention, StringComparison.Ordinal)
            .Replace("{mark}", Mark.Mention, StringComparison.Ordinal)
            .Replace("{sue}", Sue.Mention, StringComparison.Ordinal).Replace("{raj}", Raj.Mention, StringComparison.Ordinal));

        Assert.Contains(expected, reply.Message!.Everything, StringComparison.Ordinal);
        Assert.Empty(await QueryAsync(context => context.Asks));
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task Help_without_an_ask_is_thanked_with_one_tap()
    {
        await Slack.PostSlashCommandAsync(Sue, "/helped", $"{Mark.Mention} with his laptop", General);
        var claimed = await Workspace.Messages.WaitForMessageAsync(Mark);
        Assert.Contains("his laptop", claimed.Everything, StringComparison.Ordinal);
        Assert.Empty(await LedgerAsync());

        await Slack.ClickAsync(Mark, claimed, "helped.thanks");
        await Slack.ClickAsync(Mark, claimed, "helped.thanks");

        Assert.Equal(
            [ExchangeKind.Help, ExchangeKind.Thanks],
            (await LedgerAsync()).Select(entry => entry.Kind).OrderByDescending(kind => kind == ExchangeKind.Help));
        Assert.Contains("thanks you", (await Workspace.Messages.WaitForMessageAsync(Sue)).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disputed_help_is_forgotten_without_a_word_to_others()
    {
        await Slack.PostSlashCommandAsync(Sue, "/helped", $"{Mark.Mention} with his laptop", General);
        await Slack.ClickAsync(Mark, await Workspace.Messages.WaitForMessageAsync(Mark), "helped.dispute#1");

        Assert.Empty(await QueryAsync(context => context.HelpClaims));
        Assert.Empty(await LedgerAsync());
        Assert.Empty(Workspace.MessagesTo(Sue));
    }

    [Fact]
    public async Task Help_that_nobody_answers_counts_after_a_week()
    {
        await Slack.PostSlashCommandAsync(Sue, "/helped", $"{Mark.Mention} with his laptop", General);
        await Workspace.Messages.WaitForMessageAsync(Mark);

        Time.Advance(TimeSpan.FromDays(6.9));
        Assert.Empty(await LedgerAsync());
        Time.Advance(TimeSpan.FromDays(0.1));

        var entry = Assert.Single(await WaitForRowsAsync(context => context.Exchanges, rows => rows.Count == 1, clockRuns: true));
        Assert.Equal((ExchangeKind.Help, "his laptop"), (entry.Kind, entry.Note));
        var ofMark = await WithAsync(Mark, Sue);
        Assert.Contains("1 help (unconfirmed)", ofMark, StringComparison.Ordinal);
        Assert.Contains("noted that they helped you, “his laptop”", ofMark, StringComparison.Ordinal);
        Assert.Contains("1 help (unconfirmed)", await WithAsync(Sue, Mark), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_that_is_thanked_for_is_confirmed()
    {
        await Slack.PostSlashCommandAsync(Sue, "/helped", $"{Mark.Mention} with his laptop", General);
        await Slack.ClickAsync(Mark, await Workspace.Messages.WaitForMessageAsync(Mark), "helped.thanks");

        var balance = await WithAsync(Sue, Mark);
        Assert.Contains("1 help,", balance, StringComparison.Ordinal);
        Assert.DoesNotContain("unconfirmed", balance, StringComparison.Ordinal);
    }

    protected override void Prepare()
    {
        help = Workspace.AddChannel("help");
        it = Workspace.AddUserGroup("it", Sue, Raj);
    }

    private Task<SlackReply> AskAsync(string text) => Slack.PostSlashCommandAsync(Mark, "/ask", text, General);

    private async Task<string> WithAsync(SlackUser by, SlackUser other) =>
        (await Slack.PostSlashCommandAsync(by, "/relate", $"with {other.Mention}", General)).Message!.Everything;

    private Task<SlackMessage> AnsweredAsync(SlackUser user, string text) =>
        RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(
            user,
            message => message.Everything.Contains(text, StringComparison.Ordinal)));

    private Task<SlackMessage> PostedAsync(string text) =>
        Workspace.Messages.WaitForMessageAsync(help.Id, message => message.Everything.Contains(text, StringComparison.Ordinal));
}
