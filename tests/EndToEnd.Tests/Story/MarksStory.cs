using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.EndToEnd.Tests.Story;

/// <summary>
/// Mark has an old computer and has called IT for three years. Now he asks again, and the bot remembers who helped. The story is the same
/// on every platform, word for word. It is Tuesday, 24 November 2026, eleven in the morning in Berlin.
/// </summary>
public sealed class MarksStory(IStoryPlatform stage)
{
    public const string Mark = "Mark Weber";
    public const string Sue = "Sue Miller";

    private const string Laptop = "my laptop freezes again";
    private static readonly TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private DateTimeOffset Now => TimeZoneInfo.ConvertTime(stage.Time.GetUtcNow(), berlin);

    public async Task PlayAsync()
    {
        MoveTo(new DateTime(2026, 11, 24, 11, 0, 0));
        await new MarksPast(stage).WriteAsync();
        await stage.SayAsync(Mark, "relate prompts friday 15");

        await SueTakesItAsync();
        await ItIsSolvedAndThankedForAsync();
        await HeSeesHowHeStandsAsync();
        await OnFridayHeGetsOnePromptAsync();
    }

    private async Task SueTakesItAsync()
    {
        await stage.SayAsync(Mark, $"ask @it {Laptop}");
        await ReadsAsync(Mark, "I asked IT in it-help.", "No longer needed");
        var post = await InHelpChannelAsync($"{Mark} asks IT:\n{Laptop}", "I can help", "I know who can", "Not now");

        await stage.TapAsync(Sue, post, "I can help");

        await ReadsAsync(Sue, $"You are helping {Mark}, and they know it:\n{Laptop}", "It is solved", "Hand it back");
        await ReadsAsync(Mark, $"{Sue} took it at 11:00:\n{Laptop}", "It is solved", "No longer needed");
        await InHelpChannelAsync($"{Sue} is on it.", "I can help too", "I know who can");
    }

    private async Task ItIsSolvedAndThankedForAsync()
    {
        MoveTo(new DateTime(2026, 11, 26, 10, 55, 0));
        Assert.DoesNotContain(await stage.OwnLinesAsync(Mark), line => line.Words.Contains("Did it get solved?", StringComparison.Ordinal));
        var question = await ReadsAsync(Mark, $"Did it get solved? {Sue} took it:\n{Laptop}", "Yes", "Not yet", "No longer needed");
        Assert.Equal((DayOfWeek.Thursday, 11), (Now.DayOfWeek, Now.Hour));

        await stage.TapAsync(Mark, question, "Yes");
        await stage.SendThanksAsync(Mark, "the patience with my old laptop");

        await ReadsAsync(Sue, $"{Mark} thanks {Sue} and IT.\nthe patience with my old laptop", "Say something back");
        await UntilAsync(() => stage.LinesInAsync("kudos"), $"{Mark} thanks {Sue} and IT.\nthe patience with my old laptop", []);
        await InHelpChannelAsync($"Solved, with help from {Sue}.");
        await ItCountsForITAsync();
    }

    private async Task ItCountsForITAsync()
    {
        await using var scope = stage.Bot.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        var it = await context.Departments.IgnoreQueryFilters().SingleAsync(department => department.Handle == "it");
        var sue = await context.People.IgnoreQueryFilters().SingleAsync(person => person.Name == Sue);
        var recorded = await context.Exchanges
            .IgnoreQueryFilters()
            .Where(exchange => exchange.RecordedAt > stage.Time.GetUtcNow().AddDays(-1))
            .ToListAsync();

        Assert.Equal(
            Laptop,
            Assert.Single(
                recorded,
                exchange =>
                    exchange.Kind is ExchangeKind.Help && exchange.FromPersonId == sue.Id && exchange.FromDepartmentId == it.Id).Note);
        Assert.Contains(
            recorded,
            exchange => exchange.Kind is ExchangeKind.Thanks && exchange.ToPersonId == sue.Id && exchange.ToDepartmentId == it.Id);
        Assert.NotNull((await context.Asks.IgnoreQueryFilters().SingleAsync(ask => ask.Text == Laptop)).ThankedAt);
    }

    private async Task HeSeesHowHeStandsAsync()
    {
        await stage.SayAsync(Mark, "relate with @it");

        var balance = await ReadsAsync(Mark, "You and IT");
        Assert.Contains(
            "In all\nFrom IT to you: no asks, 13 helps, no thanks\nFrom you to IT: 14 asks, no helps, 2 thanks\nSo far help went one way.",
            balance.Words,
            StringComparison.Ordinal);
        Assert.Contains($"26 November 2026: {Sue} helped you, “{Laptop}”", balance.Words, StringComparison.Ordinal);
        Assert.All(MarksPast.HowToHelp, line => Assert.Contains($"• {line}", balance.Words, StringComparison.Ordinal));
        Assert.Contains("Only you see this.", balance.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(await stage.OwnLinesAsync(Sue), line => line.Words.Contains("14 asks", StringComparison.Ordinal));
    }

    private async Task OnFridayHeGetsOnePromptAsync()
    {
        MoveTo(new DateTime(2026, 11, 27, 14, 59, 0));
        Assert.Empty(await PromptsAsync());

        var prompt = await ReadsAsync(
            Mark,
            "IT helped you 3 times in three months; only you see this.",
            "Say thanks",
            "Later",
            "Stop these");
        Assert.Equal((DayOfWeek.Friday, 15), (Now.DayOfWeek, Now.Hour));
        Assert.Contains($"They say what makes their work easier: “{MarksPast.HowToHelp[0]}”", prompt.Words, StringComparison.Ordinal);

        MoveTo(new DateTime(2026, 11, 29, 23, 0, 0));
        await UntilAsync(EverybodyHasBeenThoughtOfAsync, () => Task.FromResult("The prompts of the weekend were never looked at."));
        Assert.Single(await PromptsAsync());
    }

    private async Task<List<Line>> PromptsAsync() =>
        [.. (await stage.OwnLinesAsync(Mark)).Where(line => line.Buttons.Contains("Stop these"))];

    private void MoveTo(DateTime local) =>
        stage.Time.Advance(new DateTimeOffset(local, berlin.GetUtcOffset(local)) - stage.Time.GetUtcNow());

    private Task<Line> InHelpChannelAsync(string words, params string[] buttons) =>
        UntilAsync(() => stage.LinesInAsync(IStoryPlatform.HelpChannel), words, buttons);

    private Task<Line> ReadsAsync(string who, string words, params string[] buttons) =>
        UntilAsync(() => stage.OwnLinesAsync(who), words, buttons);

    private async Task<bool> EverybodyHasBeenThoughtOfAsync()
    {
        await using var scope = stage.Bot.Services.CreateAsyncScope();
        var now = stage.Time.GetUtcNow();
        return await scope.ServiceProvider
            .GetRequiredService<RelateDbContext>().PromptPlans
            .IgnoreQueryFilters()
            .AllAsync(plan => plan.NextAt > now);
    }

    private async Task<Line> UntilAsync(Func<Task<IReadOnlyList<Line>>> lines, string words, string[] buttons)
    {
        Line? found = null;
        await UntilAsync(
            async () => (found = (await lines()).LastOrDefault(line =>
                line.Words.Contains(words, StringComparison.Ordinal) && (buttons.Length == 0 || line.Buttons.SequenceEqual(buttons))))
                    is not null,
            async () => $"Nobody said “{words}” with [{string.Join("] [", buttons)}]. What was "
                + $"said:\n{string.Join("\n--\n", (await lines()).Select(line => $"{line.Words}\n[{string.Join("] [", line.Buttons)}]"))}");
        return found!;
    }

    /// <summary>Lets the clock run, a second at a time.</summary>
    private async Task UntilAsync(Func<Task<bool>> isSo, Func<Task<string>> complaint)
    {
        for (var attempt = 0; attempt < 1500; attempt++)
        {
            if (await isSo())
            {
                return;
            }

            stage.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new TimeoutException(await complaint());
    }
}
