using Moq;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Guide;

namespace RelateBot.Bot.Tests.Features.Guide;

public sealed class GuideCommandTests
{
    private readonly Office office = new();
    private readonly Mock<IChatPlatform> here = new();
    private readonly Mock<IChatPlatform> elsewhere = new();

    public GuideCommandTests()
    {
        here.Setup(platform => platform.Name).Returns(office.Workspace.Platform);
        here.Setup(platform => platform.AlsoOffers).Returns(["Put the emoji on a message"]);
        here.Setup(platform => platform.CommandNote).Returns("No slash is needed here.");
        elsewhere.Setup(platform => platform.Name).Returns("elsewhere");
    }

    private GuideCommand Guide => new([elsewhere.Object, here.Object], office.Time);

    [Fact]
    public void Help_adds_what_the_platform_offers_and_how_commands_are_given_there()
    {
        var help = Office.Everything(Guide.Help(office.Workspace));

        Assert.Contains("Put the emoji on a message", help, StringComparison.Ordinal);
        Assert.EndsWith("No slash is needed here.", help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_was_not_understood_gets_a_hint_once_in_eight_hours()
    {
        Assert.Equal(Office.Said(Guide.Hint()), Office.Said(Guide.HintNow(office.As(office.Mark))));
        office.Time.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.IsType<ChatReply.Nothing>(Guide.HintNow(office.As(office.Mark)));
        Assert.IsType<ChatReply.Answer>(Guide.HintNow(office.As(office.Sue)));
        office.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<ChatReply.Answer>(Guide.HintNow(office.As(office.Mark)));
    }

    [Fact]
    public void A_group_is_welcomed_with_other_words_than_one_person() => Assert.NotEqual(
        Office.Said(Guide.Welcome(new ChatInput.Installed(InPersonalChat: true))), Office.Said(Guide.Welcome(new ChatInput.Installed(InPersonalChat: false))));
}
