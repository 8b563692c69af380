using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Hosting;

public sealed class SampleSettingsTests
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(Repository.Root, "appsettings.sample.json"));

    [Fact]
    public void The_sample_shows_every_setting_with_its_default_and_a_comment() => Assert.Empty(SampleSettings.Faults(Sample));

    [Theory]
    [InlineData("\"BotToken\": \"\",", "\"BotToken\": \"\",\n// An invention.\n\"BotTokn\": \"\",", "Slack:BotTokn is no setting")]
    [InlineData("\"Demo\": {", "\"Invention\": {\n// New.\n\"Key\": 1\n},\n\"Demo\": {", "Invention:Key is no setting")]
    [InlineData("\"KudosChannel\": \"#kudos\"", "\"Kudos\": \"#kudos\"", "Organisation:KudosChannel is missing")]
    [InlineData("\"Sweep\": \"00:00:05\"", "\"Sweep\": \"00:00:06\"", "Outbox:Sweep is not its default")]
    [InlineData("// Messages per second in one channel.\n", "\n", "\"MessagesPerSecondAndChannel\": 1 has no comment")]
    public void A_planted_fault_is_found(string right, string wrong, string fault)
    {
        Assert.Contains(right, Sample, StringComparison.Ordinal);

        Assert.Contains(fault, SampleSettings.Faults(Sample.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
