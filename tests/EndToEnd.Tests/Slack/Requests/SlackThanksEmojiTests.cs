using RelateBot.Domain.Exchanges;

namespace RelateBot.EndToEnd.Tests.Slack.Requests;

/// <summary>Thanks with a custom emoji, posted to the kudos channel.</summary>
public sealed class SlackThanksEmojiTests : SlackBotFixture
{
    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Slack:ThanksEmoji"] = ":merci:", ["Slack:PostThanksEmoji"] = "true" };

    [Fact]
    public async Task In_a_public_channel_it_is_posted()
    {
        await Slack.ReactAsync(Mark, Workspace.Messages.Say(Sue, General, "The laptop is ready"), "merci");

        Assert.Equal(Visibility.Public, Assert.Single(await LedgerAsync()).Visibility);
        await Workspace.Messages.WaitForMessageAsync(Kudos.Id);
        await Workspace.Messages.WaitForMessageAsync(Sue);
    }

    [Fact]
    public async Task Elsewhere_it_stays_between_the_two()
    {
        var hidden = Workspace.AddChannel("hidden", isPrivate: true);
        var shared = Workspace.AddChannel("with-partners", isShared: true);

        await Slack.ReactAsync(Mark, Workspace.Messages.Say(Sue, hidden, "The laptop is ready"), "merci");
        await Slack.ReactAsync(Mark, Workspace.Messages.Say(Sue, shared, "The laptop is ready"), "merci");

        Assert.All(await LedgerAsync(), given => Assert.Equal(Visibility.Private, given.Visibility));
        Assert.Equal(2, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task The_usual_emoji_means_nothing_then()
    {
        await Slack.ReactAsync(Mark, Workspace.Messages.Say(Sue, General, "The laptop is ready"), "pray");

        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task Help_names_it()
    {
        var help = (await Slack.PostSlashCommandAsync(Mark, "/relate", "help", General)).Message!;

        Assert.Contains("merci", help.Blocks.GetRawText(), StringComparison.Ordinal);
    }
}
