using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Prompts;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>
/// The prompts that Mark gets, and how he chooses when and whether to get them. It is Wednesday, eleven in the morning in Zurich.
/// </summary>
public sealed class SlackPromptTests : SlackBotFixture
{
    private static readonly DateTimeOffset friday = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task On_Friday_Mark_is_asked_who_helped_and_thanks_with_two_taps()
    {
        await HelpAsync();

        var prompt = await OnFridayAsync();
        Assert.Contains("You get this because", prompt.Everything, StringComparison.Ordinal);
        Assert.Contains(Sue.Id, prompt.Blocks.GetRawText(), StringComparison.Ordinal);
        await Slack.ClickAsync(Mark, prompt, "prompt.do");
        var form = await Workspace.Views.WaitForModalAsync(Mark);
        Assert.Contains(Sue.Id, form.Sent.GetRawText(), StringComparison.Ordinal);
        await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Users("people", Sue).Text("note", "the patience"));

        Assert.Contains(await LedgerAsync(), entry => entry is { Kind: ExchangeKind.Thanks, Note: "the patience" });
        Assert.NotNull(Assert.Single(await PromptsAsync()).AnsweredAt);
    }

    [Fact]
    public async Task Nobody_is_written_to_before_their_time_or_twice()
    {
        await HelpAsync();

        // Friday, one in Zurich: too early, and the job has run.
        Time.Advance(friday.AddHours(-3) - Time.GetUtcNow());
        await WaitForRowsAsync(
            context => context.PromptPlans,
            plans => plans.Count >= 2 && plans.All(plan => plan.NextAt > Time.GetUtcNow()),
            clockRuns: true);
        Assert.Empty(await PromptsAsync());

        await OnFridayAsync();
        Time.Advance(TimeSpan.FromDays(2));
        await WaitForRowsAsync(context => context.PromptPlans, plans => plans.All(plan => plan.NextAt > Time.GetUtcNow()), clockRuns: true);

        var prompts = await PromptsAsync();
        Assert.Equal(prompts.Count, prompts.DistinctBy(prompt => prompt.PersonId).Count());
    }

    [Fact]
    public async Task Whoever_has_had_nothing_to_do_with_it_yet_is_left_in_peace()
    {
        await Slack.PostSlashCommandAsync(Raj, "/relate", "help", General);
        await HelpAsync();
        await OnFridayAsync();

        Assert.Equal(2, (await QueryAsync(context => context.PromptPlans)).Count);
        Assert.Contains(await QueryAsync(context => context.People), person => person.Name == Raj.RealName);
    }

    [Fact]
    public async Task Later_asks_until_when_and_it_comes_back_then()
    {
        await HelpAsync();
        var prompt = await OnFridayAsync();

        await Slack.ClickAsync(Mark, prompt, "prompt.later#1");
        var when = await AnsweredAsync("When would be better?");
        await Slack.ClickAsync(Mark, when, "prompt.snooze#1");

        var habit = Assert.Single(await QueryAsync(context => context.PromptHabits), habit => habit.SnoozedUntil is not null);
        Assert.Equal(new DateOnly(2026, 11, 23), habit.SnoozedUntil);
        Time.Advance(friday.AddDays(3) - Time.GetUtcNow());
        await WaitForRowsAsync(
            context => context.Prompts,
            rows => rows.Any(row => row.PersonId == habit.PersonId && row.Day == new DateOnly(2026, 11, 23)),
            clockRuns: true);
    }

    [Fact]
    public async Task A_day_in_the_past_is_refused_in_the_form()
    {
        await HelpAsync();
        var prompt = await OnFridayAsync();
        await Slack.ClickAsync(Mark, prompt, "prompt.later#1");
        await Slack.ClickAsync(Mark, await AnsweredAsync("When would be better?"), "prompt.snooze#2");
        var form = await Workspace.Views.WaitForModalAsync(Mark);

        var refused = await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Day("date", new DateOnly(2026, 11, 19)));
        Assert.Contains("no day within the next year", refused.Errors["date"], StringComparison.Ordinal);
        var taken = await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Day("date", new DateOnly(2026, 12, 24)));

        Assert.Empty(taken.Errors);
        Assert.Contains(await QueryAsync(context => context.PromptHabits), habit => habit.SnoozedUntil == new DateOnly(2026, 12, 24));
    }

    [Fact]
    public async Task Stop_these_stops_them_until_they_are_brought_back()
    {
        await HelpAsync();
        var prompt = await OnFridayAsync();

        await Slack.ClickAsync(Mark, prompt, "prompt.stop#2");
        var stopped = await AnsweredAsync("no more of these");
        Assert.Contains("– who helped you this week?: off", await SettingsAsync(""), StringComparison.Ordinal);

        await Slack.ClickAsync(Mark, stopped, "prompt.on");
        Assert.Contains("✓ who helped you this week?", await SettingsAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_shown_and_set_by_words_and_by_form()
    {
        Assert.Contains("at most once a day and three times a week", await SettingsAsync(""), StringComparison.Ordinal);
        Assert.Contains("on Tuesdays, at 10:00 your time", await SettingsAsync("tuesday 10"), StringComparison.Ordinal);
        Assert.Contains("pause until Thursday, 24 December 2026", await SettingsAsync("pause until 2026-12-24"), StringComparison.Ordinal);
        Assert.Contains("no day within the next year", await SettingsAsync("pause until yesterday"), StringComparison.Ordinal);
        Assert.Contains("at most once a day", await SettingsAsync("resume"), StringComparison.Ordinal);
        Assert.Contains("For example: /relate prompts pause", await SettingsAsync("whatever this is"), StringComparison.Ordinal);

        var shown = await Slack.PostSlashCommandAsync(Mark, "/relate", "prompts", General);
        await Slack.ClickAsync(Mark, shown.Message!, "prompt.settings");
        var form = await Workspace.Views.WaitForModalAsync(Mark);
        var saved = await Slack.SubmitViewAsync(Mark, form, new SlackViewState().Day("pause", new DateOnly(2027, 1, 4)));

        Assert.Empty(saved.Errors);
        Assert.Equal(
            new DateOnly(2027, 1, 4),
            Assert.Single(await QueryAsync(context => context.PromptPlans), plan => plan.PausedUntil is not null).PausedUntil);
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Prompts:Enabled"] = "true" };

    private async Task HelpAsync()
    {
        await Slack.PostSlashCommandAsync(Sue, "/thanks", $"{Mark.Mention} for the coffee", General);
        await Slack.PostSlashCommandAsync(Sue, "/helped", $"{Mark.Mention} with the laptop", General);
        await WaitForRowsAsync(context => context.PromptPlans, plans => plans.Count >= 2, clockRuns: true);
    }

    private async Task<SlackMessage> OnFridayAsync()
    {
        Time.Advance(friday - Time.GetUtcNow());
        return await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Mark,
            message => message.Everything.Contains("Stop these", StringComparison.Ordinal)));
    }

    private async Task<SlackMessage> AnsweredAsync(string words) =>
        await RunClockUntilAsync(Workspace.Messages.WaitForEphemeralAsync(
            Mark,
            message => message.Everything.Contains(words, StringComparison.Ordinal)));

    private async Task<string> SettingsAsync(string words) =>
        (await Slack.PostSlashCommandAsync(Mark, "/relate", $"prompts {words}", General)).Message!.Everything;

    private Task<List<Prompt>> PromptsAsync() => QueryAsync(
        context =>
            context.Prompts.Where(prompt =>
                context.Identities.Any(identity => identity.ExternalId == Mark.Id && identity.PersonId == prompt.PersonId)));
}
