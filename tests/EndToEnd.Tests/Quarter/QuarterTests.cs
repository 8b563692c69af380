using System.Diagnostics;
using RelateBot.TestSupport;
using Xunit.Abstractions;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>A simulated quarter of 200 people, held against every rule of a good guest, and written down to be read (artifacts/quarter.txt).</summary>
public sealed class QuarterTests(ITestOutputHelper output)
{
    [Fact]
    public async Task In_a_quarter_of_200_people_no_rule_is_broken_for_anybody()
    {
        var started = Stopwatch.GetTimestamp();
        await using var quarter = await QuarterSimulation.RunAsync(people: 200, days: 90);
        var file = Path.Combine(Repository.Root, "artifacts", "quarter.txt");
        await QuarterDiary.WriteAsync(file, quarter);
        output.WriteLine($"{quarter.Heard.Count} messages, {quarter.Heard.Count(heard => heard.IsProactive)} of which came by themselves, in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s; all of them in {file}");

        Assert.Equal([], Faults(quarter).Take(20));
    }

    /// <summary>The same bot with two rules switched off: the check, which does not know, sees both.</summary>
    [Fact]
    public async Task A_bot_without_a_budget_and_without_days_off_is_noticed()
    {
        await using var quarter = await QuarterSimulation.RunAsync(people: 24, days: 12, settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Prompts:MostADay"] = "3", ["Prompts:MostAWeek"] = "20", ["Organisation:Blackouts"] = "",
        });

        Assert.Equal(["more than one on a day", "more than three in a week", "on a day off"], Faults(quarter).Select(fault => fault.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Faults(QuarterSimulation quarter) => quarter.Company.People.SelectMany(who => GoodGuest.Faults(who, quarter.Heard.Where(heard => heard.To == who)));
}
