using Moq;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Features.Ties;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Features.Ties;

public sealed class MeCommandTests
{
    private readonly Office office = new();
    private readonly Mock<ITieReader> ties = new(MockBehavior.Strict);
    private readonly Mock<IBalanceReader> balances = new(MockBehavior.Strict);
    private readonly Mock<ILedger> ledger = new(MockBehavior.Strict);
    private readonly Exchange help;

    public MeCommandTests()
    {
        help = office.Helped(office.Sue, office.Mark, "the printer", office.Now.AddDays(-3));
        ties
            .Setup(port => port.StrongestAsync(office.Mark.Id, It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => [Tie(office.Sue), Tie(office.Raj)]);
        balances
            .Setup(port => port.GetHistorySinceAsync(office.Mark.Id, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
            [new BalanceEntry
            {
                Id = help.Id,
                ActId = help.ActId,
                Kind = BalanceEntryKind.Help,
                IsMine = false,
                OtherId = office.Sue.Id,
                At = help.OccurredAt
            }]);
        balances.Setup(port => port.EntriesAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) => ids.Contains(help.Id) ? [help] : []);
    }

    [Fact]
    public async Task Ties_and_open_thanks_are_shown_each_with_a_button()
    {
        var reply = await Me().HandleAsync(office.As(office.Mark), default);

        Assert.Contains("Raj Patel", Office.Everything(reply), StringComparison.Ordinal);
        Assert.Contains("the printer", Office.Everything(reply), StringComparison.Ordinal);
        var button = Assert.Single(Office.ButtonsOf(Assert.IsType<ChatReply.Answer>(reply).Message.Blocks));
        Assert.Equal((TieMessages.ThankAction, help.Id.ToString("N")), (button.Action, button.Value));
    }

    [Fact]
    public async Task People_who_left_are_not_named()
    {
        office.Sue.IsActive = false;

        var reply = await Me().HandleAsync(office.As(office.Mark), default);

        Assert.DoesNotContain("Sue", Office.Everything(reply), StringComparison.Ordinal);
        Assert.Empty(Office.ButtonsOf(Assert.IsType<ChatReply.Answer>(reply).Message.Blocks));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tap_on_help_that_is_not_ones_own_or_not_there_records_nothing(bool exists)
    {
        var value = exists ? help.Id.ToString("N") : "nothing";

        var reply = await Me().ThankAsync(office.As(office.Raj), new ChatInput.Action(TieMessages.ThankAction, value), default);

        Assert.Equal(ThanksMessages.Outdated().Summary, Office.Said(reply));
        ledger.VerifyNoOtherCalls();
    }

    /// <summary>These tests send no message and claim no tap, so the classes that do are null.</summary>
    private MeCommand Me()
    {
        var balanceCommand = new BalanceCommand(
            office.Parser,
            balances.Object,
            office.Directory.Object,
            Mock.Of<IOfferStore>(),
            office.Accounts.Object,
            office.Rules,
            office.Time);
        var giveThanks = new GiveThanksHandler(office.Directory.Object, ledger.Object, office.Time);
        return new MeCommand(
            ties.Object,
            balances.Object,
            office.Directory.Object,
            giveThanks,
            thanksNotifier: null!,
            balanceCommand,
            inbox: null!,
            office.Rules,
            office.Time);
    }

    private Tie Tie(Person other)
    {
        var (first, second) = RelateBot.Domain.Relationships.Tie.Pair(office.Mark.Id, other.Id);
        var tie = new Tie { OrganisationId = Guid.Empty, FirstPersonId = first, SecondPersonId = second };
        tie.TryApplyWeek(Week.MondayOf(office.Now), TieSides.None, new TieSides(TieStrength.Saturated(2), TieStrength.Saturated(2)));
        return tie;
    }
}
