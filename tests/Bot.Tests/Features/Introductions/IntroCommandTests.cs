using Moq;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Introductions;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Features.Introductions;

public sealed class IntroCommandTests
{
    private readonly Office office = new();
    private readonly Mock<IIntroductionStore> introductions = new(MockBehavior.Strict);
    private readonly Mock<ITieReader> ties = new(MockBehavior.Strict);

    public IntroCommandTests() =>
        introductions
            .Setup(port => port.AskedByAsync(office.Mark.Id, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([]);

    [Theory]
    [InlineData("off", false)]
    [InlineData(" OFF ", false)]
    [InlineData("on", true)]
    public async Task One_word_takes_the_sender_out_of_introductions_or_in_again(string word, bool takesPart)
    {
        office.Mark.TakesIntroductions = !takesPart;

        var reply = await AskAsync(word);

        Assert.Equal(takesPart, office.Mark.TakesIntroductions);
        Assert.Equal(IntroductionMessages.TakesPart(takesPart).Summary, Office.Said(reply));
    }

    [Theory]
    [InlineData("@mark because I am curious", IntroductionFault.Yourself)]
    [InlineData("@sue", IntroductionFault.NoReason)]
    [InlineData("@sue because", IntroductionFault.NoReason)]
    [InlineData("@sue because  ", IntroductionFault.NoReason)]
    public async Task An_introduction_needs_somebody_else_and_a_reason(string text, IntroductionFault fault)
    {
        var target = fault is IntroductionFault.Yourself ? office.Mark : office.Sue;

        Assert.Equal(IntroductionMessages.Refused(fault, target).Summary, Office.Said(await AskAsync(text)));
    }

    [Fact]
    public async Task Who_takes_no_introductions_cannot_be_told_from_somebody_to_whom_no_way_leads()
    {
        ties
            .Setup(
                port => port.BetweenAsync(office.Mark.Id, office.Raj.Id, It.IsAny<int>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([]);
        office.Sue.TakesIntroductions = false;

        var unwilling = Office.Said(await AskAsync("@sue because of the new tool"));
        var unreachable = Office.Said(await AskAsync("@raj because of the new tool"));

        Assert.Equal(unreachable.Replace("Raj Patel", "Sue Miller", StringComparison.Ordinal), unwilling);
    }

    [Fact]
    public async Task A_name_that_nobody_has_and_no_name_at_all_are_told_what_to_do()
    {
        Assert.Equal(NameMessages.Unknown("zoe").Summary, Office.Said(await AskAsync("@zoe because of the new tool")));
        Assert.Equal(IntroductionMessages.WhomToMeet(takesPart: true).Summary, Office.Said(await AskAsync("")));
        Assert.Equal(
            IntroductionMessages.WhomToMeet(takesPart: true).Summary,
            Office.Said(await AskAsync("@sue @raj because of the new tool")));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("0196f2a1b2c37d4e8f90a1b2c3d4e5f6")]
    public async Task An_answer_to_an_introduction_that_is_not_there_changes_nothing(string value)
    {
        introductions.Setup(port => port.FindAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>())).ReturnsAsync((Introduction?)null);

        var reply = await Intro().HandleAsync(office.As(office.Sue), new ChatInput.Action(IntroductionMessages.YesAction, value), default);

        Assert.Equal(IntroductionMessages.Settled().Summary, Office.Said(reply));
    }

    private Task<ChatReply> AskAsync(string text) =>
        Intro().HandleAsync(office.As(office.Mark), Office.Command("relate intro", text), default);

    /// <summary>A refusal sends no message, so the notifier is null.</summary>
    private IntroCommand Intro()
    {
        var paths = new WarmPaths(ties.Object, office.Time);
        return new IntroCommand(
            office.Parser,
            new AskForIntroductionHandler(introductions.Object, paths, office.Directory.Object, office.Rules, office.Time),
            new IntroductionLifecycle(introductions.Object, paths, office.Directory.Object, office.Rules, office.Time),
            notifier: null!);
    }
}
