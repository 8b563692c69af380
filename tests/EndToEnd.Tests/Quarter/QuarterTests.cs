using System.Diagnostics;
using RelateBot.Domain.Prompts;
using RelateBot.TestSupport;
using Xunit.Abstractions;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>
/// A simulated quarter of 200 people, checked against every rule for proactive messages. Its log is in artifacts/quarter.txt.
/// </summary>
public sealed class QuarterTests(ITestOutputHelper output)
{
    [Fact]
    public async Task In_a_quarter_of_200_people_no_rule_is_broken_for_anybody()
    {
        var started = Stopwatch.GetTimestamp();
        await using var quarter = await QuarterSimulation.RunAsync(people: 200, days: 90);
        var file = Path.Combine(Repository.Root, "artifacts", "quarter.txt");
        await QuarterDiary.WriteAsync(file, quarter);
        output.WriteLine(
            $"{quarter.Heard.Count} messages, {quarter.Heard.Count(heard => heard.IsProactive)} of which came by themselves, in "
                + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s; all of them in {file}");

        Assert.Equal([], Faults(quarter).Take(20));
        IsWorthHoldingAgainst(quarter);
    }

    /// <summary>The same bot with two rules switched off: the check, which does not know, sees both.</summary>
    [Fact]
    public async Task A_bot_without_a_budget_and_without_days_off_is_noticed()
    {
        await using var quarter = await QuarterSimulation.RunAsync(
            people: 24,
            days: 12,
            settings: new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Prompts:MostADay"] = "3", ["Prompts:MostAWeek"] = "20", ["Organisation:Blackouts"] = "",
            });

        Assert.Equal(
            ["more than one on a day", "more than three in a week", "on a day off"],
            Faults(quarter).Select(fault => fault.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Rules that nothing ever came near would be held easily: everything was said, and everything that people can say to it.
    /// </summary>
    private static void IsWorthHoldingAgainst(QuarterSimulation quarter)
    {
        var heard = quarter.Heard.Where(message => message.IsProactive).ToList();
        var wishes = quarter.Company.People.SelectMany(who => who.Wishes).ToList();
        Assert.Equal(
            Enum.GetValues<PromptKind>().Except([PromptKind.Anniversary]),
            heard.Select(message => message.Kind).OfType<string>().Distinct(StringComparer.Ordinal).Select(Enum.Parse<PromptKind>).Order());
        Assert.Contains(heard, message => message.Purpose == "ask.owner");
        Assert.True(heard.Count(message => message.Purpose == "coffee") > 200);
        Assert.True(heard.Count(message => message.Words.Contains(ProactiveMessageRules.Slower, StringComparison.Ordinal)) > 20);
        Assert.True(wishes.GroupBy(wish => wish.GetType()).Count() == 5, "Somebody used, put off, stopped, paused and left something.");
        Assert.True(
            heard.Select(message => message.To).Distinct().Count() > quarter.Company.People.Length - 10,
            "All but a few, who stop it at once, hear something.");
        Assert.Contains(quarter.Company.People, who => who.Homes.Count > 1);
    }

    private static IEnumerable<string> Faults(QuarterSimulation quarter) =>
        quarter.Company.People.SelectMany(who => ProactiveMessageRules.Faults(who, quarter.Heard.Where(heard => heard.To == who)));
}
