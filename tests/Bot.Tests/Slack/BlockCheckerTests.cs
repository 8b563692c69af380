using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Slack;

public sealed class BlockCheckerTests
{
    [SkippableFact]
    public async Task Slack_would_take_every_message_and_view_that_we_send()
    {
        BlockChecker.Require();
        var golden = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Golden", "slack"), "*.json");

        var (isGood, said) = await BlockChecker.CheckAsync(golden);

        Assert.True(isGood, said);
        Assert.Contains($"{golden.Length} checked, 0 errors, 0 warnings", said, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("misspelt-member", "does not exist in type 'SectionBlock'")]
    [InlineData("mrkdwn-on-a-button", "is not assignable to type '\"plain_text\"'")]
    [InlineData("label-too-long", "must be less than 76 characters")]
    [InlineData("nothing-for-notifications", "blocks without text")]
    public async Task A_planted_fault_is_refused(string file, string complaint)
    {
        BlockChecker.Require();

        var (isGood, said) = await BlockChecker.CheckAsync([Path.Combine(
            Repository.Root,
            "tests",
            "tools",
            "blocks",
            "planted",
            $"{file}.json")]);

        Assert.False(isGood, said);
        Assert.Contains(complaint, said, StringComparison.Ordinal);
    }
}
