using Moq;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Features.Balances;

public sealed class BalanceCommandTests
{
    private readonly Office office = new();
    private readonly Mock<IBalanceReader> balances = new(MockBehavior.Strict);
    private readonly Mock<IOfferStore> offers = new(MockBehavior.Strict);
    private readonly List<BalanceEntry> deeds = [];
    private readonly Exchange help;

    public BalanceCommandTests()
    {
        help = office.Helped(office.Sue, office.Mark, "the printer", office.Now.AddDays(-3));
        balances
            .Setup(port => port.GetHistoryWithPersonAsync(office.Mark.Id, office.Sue.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => [.. deeds]);
        balances.Setup(port => port.EntriesAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) => [.. ids.Select(id => id == help.Id ? help : Thanks(id))]);
        offers.Setup(port => port.GetByOwnerAsync(office.Mark.Id, It.IsAny<CancellationToken>())).ReturnsAsync([]);
    }

    private BalanceCommand With =>
        new(office.Parser, balances.Object, office.Directory.Object, offers.Object, office.Accounts.Object, office.Rules, office.Time);

    [Fact]
    public async Task Help_without_thanks_is_shown_with_a_button_that_opens_the_form()
    {
        Happened(BalanceEntryKind.Help, isMine: false, help.Id, help.OccurredAt);

        var answer = Assert.IsType<ChatReply.Answer>(await AskAsync("@sue"));
        var button = Assert.Single(Office.ButtonsOf(answer.Message.Blocks));

        Assert.Equal((BalanceMessages.ThankAction, help.Id.ToString("N")), (button.Action, button.Value));
        var form = Assert.IsType<ChatReply.OpenForm>(
            await With.ThankAsync(office.As(office.Mark), new ChatInput.Action(button.Action, button.Value), default)).Form;
        Assert.Equal(button.Action, form.OpenedBy?.Action);
    }

    [Fact]
    public async Task Help_that_was_thanked_for_is_not_suggested_again()
    {
        Happened(BalanceEntryKind.Thanks, isMine: true, office.NewId(), office.Now.AddDays(-1));
        Happened(BalanceEntryKind.Help, isMine: false, help.Id, help.OccurredAt);

        var answer = Assert.IsType<ChatReply.Answer>(await AskAsync("@sue"));

        Assert.Empty(Office.ButtonsOf(answer.Message.Blocks));
    }

    [Fact]
    public async Task Nobody_can_thank_for_help_that_somebody_else_got()
    {
        var reply = await With.ThankAsync(
            office.As(office.Raj),
            new ChatInput.Action(BalanceMessages.ThankAction, help.Id.ToString("N")),
            default);

        Assert.Equal(ThanksMessages.Outdated().Summary, Office.Said(reply));
    }

    [Fact]
    public async Task One_other_person_or_department_is_asked_for()
    {
        Assert.Equal(BalanceMessages.WithYourself().Summary, Office.Said(await AskAsync("@mark")));
        Assert.Equal(BalanceMessages.WithWhom().Summary, Office.Said(await AskAsync("@sue @raj")));
        Assert.Equal(BalanceMessages.WithWhom().Summary, Office.Said(await AskAsync("")));
        Assert.Equal(NameMessages.Unknown("zoe").Summary, Office.Said(await AskAsync("@zoe")));
    }

    private Task<ChatReply> AskAsync(string text) => With.HandleAsync(office.As(office.Mark), Office.Command("relate with", text), default);

    private void Happened(BalanceEntryKind kind, bool isMine, Guid id, DateTimeOffset at) =>
        deeds.Add(new BalanceEntry { Id = id, ActId = office.NewId(), Kind = kind, IsMine = isMine, OtherId = office.Sue.Id, At = at });

    private Exchange Thanks(Guid id) => new()
    {
        Id = id,
        OrganisationId = Guid.Empty,
        ActId = id,
        Kind = ExchangeKind.Thanks,
        FromPersonId = office.Mark.Id,
        ToPersonId = office.Sue.Id,
        Note = "the printer",
        Values = [],
        Visibility = Visibility.Public, OccurredAt = office.Now.AddDays(-1), RecordedAt = office.Now.AddDays(-1), Source = "tests",
    };
}
