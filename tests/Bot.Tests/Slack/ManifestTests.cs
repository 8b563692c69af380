using RelateBot.Bot.Features.Guide;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Slack;

public sealed class ManifestTests
{
    private static readonly string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "infra", "slack", "manifest.yaml"));

    [Fact]
    public void Every_command_is_offered_and_sends_mentions_as_accounts()
    {
        // Slack keeps /help for itself.
        foreach (var name in CommandGuide.All.Select(command => command.Name).Where(name => name != "help").Append("relate"))
        {
            Assert.Contains($"    - command: /{name}", lines);
        }

        Assert.Equal(lines.Count(line => line.Contains("- command:", StringComparison.Ordinal)), lines.Count(line => line.Trim() == "should_escape: true"));
    }

    [Fact]
    public void Every_permission_has_its_reason() => Assert.All(
        lines.SkipWhile(line => line.Trim() != "bot:").Skip(1).TakeWhile(line => line.StartsWith("      - ", StringComparison.Ordinal)),
        line => Assert.Matches("^      - [a-z_.]+(:[a-z._]+)? # .+", line));

    [Fact]
    public void Every_address_is_one_that_is_served() => Assert.All(
        lines.Where(line => line.Contains("url:", StringComparison.Ordinal)),
        line => Assert.Matches("https://relatebot.example.com/slack/(commands|interactions|events)$", line));
}
