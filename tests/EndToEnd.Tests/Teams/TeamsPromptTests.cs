using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Prompts;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The prompts that Mark gets in Teams. It is Wednesday, ten in the morning.</summary>
public sealed class TeamsPromptTests : TeamsBotFixture
{
    private static readonly DateTimeOffset friday = new(2026, 11, 20, 15, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task On_Friday_Mark_is_asked_who_helped_and_thanks_in_two_taps()
    {
        await HelpAsync();

        await Teams.ExecuteAsync(Mark, await OnFridayAsync(), "Thank Sue");
        var form = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "graph.microsoft.com/users"));
        Assert.Contains(Sue.AadObjectId, form.Everything, StringComparison.Ordinal);
        await Teams.ExecuteAsync(Mark, form, "Send", ("people", Sue.AadObjectId), ("note", "the patience"), ("visibility", "Public"));

        Assert.Contains(await LedgerAsync(), entry => entry is { Kind: ExchangeKind.Thanks, Note: "the patience" });
        Assert.NotNull(Assert.Single(await QueryAsync(context => context.Prompts), prompt => prompt.AnsweredAt is not null).AnsweredAt);
    }

    [Fact]
    public async Task Put_off_to_a_date_it_comes_again_on_that_day_and_can_be_stopped()
    {
        await HelpAsync();
        await Teams.ExecuteAsync(Mark, await OnFridayAsync(), "Later");
        await Teams.ExecuteAsync(Mark, await Tenant.WaitForMessageAsync(Personal, "When would be better?"), "On a date");
        var form = await Tenant.WaitForMessageAsync(Personal, "Until when?");

        using var refused = await Teams.ExecuteAsync(Mark, form, "Put it off", ("date", "2026-11-01"));
        Assert.Contains("no day within the next year", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Teams.ExecuteAsync(Mark, form, "Put it off", ("date", "2026-11-24"));
        await Tenant.WaitForMessageAsync(Personal, "I come back to it on Tuesday, 24 November");

        Time.Advance(friday.AddDays(3) - Time.GetUtcNow());
        await WaitForRowsAsync(context => context.PromptPlans, plans => plans.All(plan => plan.NextAt > Time.GetUtcNow()), clockRuns: true);
        var before = Tenant.Messages.Count(IsPrompt);
        Time.Advance(TimeSpan.FromDays(1));
        var again = await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            IsPrompt(message) && Tenant.Messages.Count(IsPrompt) > before));
        await Teams.ExecuteAsync(Mark, again, "Stop these");

        await Tenant.WaitForMessageAsync(Personal, "Done: no more of these");
        Assert.Single(await QueryAsync(context => context.PromptHabits), habit => habit is { Kind: PromptKind.WhoHelped, IsOn: false });
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Prompts:Enabled"] = "true" };

    private async Task HelpAsync()
    {
        await Teams.InstallAsync(Mark, General);
        await Teams.InstallAsync(Mark, Personal);
        await Teams.SayAsync(Sue, General, "{bot} thanks {Mark Weber} for the coffee", mentions: Mark);
        await WaitForRowsAsync(context => context.PromptPlans, plans => plans.Count >= 2, clockRuns: true);
    }

    private bool IsPrompt(TeamsMessage message) =>
        message.Conversation == Personal.Id && message.Everything.Contains("Stop these", StringComparison.Ordinal);

    private async Task<TeamsMessage> OnFridayAsync()
    {
        Time.Advance(friday - Time.GetUtcNow());
        return await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "Stop these"));
    }
}
