using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Teams;

public sealed class CardCheckerTests
{
    [SkippableFact]
    public async Task Microsofts_own_renderer_takes_every_card_that_we_send()
    {
        CardChecker.Require();
        var golden = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Golden", "teams"), "*.json");

        var (isGood, said) = await CardChecker.CheckAsync(golden);

        Assert.True(isGood, said);
        Assert.Contains($"{golden.Length} checked, 0 faults", said, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("misspelt-member", "TextBlock has no \"isSubtel\"")]
    [InlineData("unknown-element", "Unknown element type \"TextBlok\"")]
    [InlineData("mention-of-nobody", "<at>Sue</at> is in no entity")]
    [InlineData("no-such-style", "Invalid value")]
    [InlineData("silent-input", "nothing is said when it is left out")]
    [InlineData("too-new", "version 1.6 is not 1.5")]
    [InlineData("chart-without-fallback", "Chart.HorizontalBar without fallback")]
    public async Task A_planted_fault_is_refused(string file, string complaint)
    {
        CardChecker.Require();

        var (isGood, said) = await CardChecker.CheckAsync([Path.Combine(
            Repository.Root,
            "tests",
            "tools",
            "cards",
            "planted",
            $"{file}.json")]);

        Assert.False(isGood, said);
        Assert.Contains(complaint, said, StringComparison.Ordinal);
    }
}
