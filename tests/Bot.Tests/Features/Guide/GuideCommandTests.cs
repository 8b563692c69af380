using Moq;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Guide;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Features.Guide;

public sealed class GuideCommandTests
{
    private readonly Office office = new();
    private readonly Mock<IChatPlatform> here = new();
    private readonly Mock<IChatPlatform> elsewhere = new();

    public GuideCommandTests()
    {
        here.Setup(platform => platform.Name).Returns(office.Workspace.Platform);
        here.Setup(platform => platform.ExtraHelpLines).Returns(["Put the emoji on a message"]);
        here.Setup(platform => platform.CommandNote).Returns("No slash is needed here.");
        elsewhere.Setup(platform => platform.Name).Returns("elsewhere");
    }

    private GuideCommand Guide => new([elsewhere.Object, here.Object], office.Time);

    [Fact]
    public async Task Help_adds_what_the_platform_offers_and_how_commands_are_given_there()
    {
        var help = Office.Everything(await Guide.HelpAsync(office.As(office.Mark), Office.Command("help", ""), default));

        Assert.Contains("Put the emoji on a message", help, StringComparison.Ordinal);
        Assert.EndsWith("No slash is needed here.", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_was_not_understood_among_others_gets_a_hint_once_an_hour()
    {
        Assert.Equal(
            Office.Said(await Guide.NotUnderstoodAsync(office.As(office.Mark), Office.Command("help", ""), default)),
            Office.Said(await HintAsync(office.Mark)));
        office.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.IsType<ChatReply.Nothing>(await HintAsync(office.Mark));
        Assert.IsType<ChatReply.Answer>(await HintAsync(office.Sue));
        office.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<ChatReply.Answer>(await HintAsync(office.Mark));
    }

    [Fact]
    public async Task In_direct_messages_every_sentence_is_answered()
    {
        Assert.IsType<ChatReply.Answer>(await HintAsync(office.Mark, isDirect: true));
        Assert.IsType<ChatReply.Answer>(await HintAsync(office.Mark, isDirect: true));
        Assert.IsType<ChatReply.Answer>(await HintAsync(office.Mark));
    }

    [Fact]
    public async Task A_group_is_welcomed_with_other_words_than_one_person() => Assert.NotEqual(
        Office.Said(await WelcomeAsync(inPersonalChat: true)), Office.Said(await WelcomeAsync(inPersonalChat: false)));

    private Task<ChatReply> HintAsync(Person sender, bool isDirect = false) =>
        Guide.HintAsync(office.As(sender), new ChatInput.Message(Office.Command("", "What?").Text) { IsDirect = isDirect }, default);

    private Task<ChatReply> WelcomeAsync(bool inPersonalChat) =>
        Guide.WelcomeAsync(office.As(office.Mark), new ChatInput.Installed(inPersonalChat), default);
}
