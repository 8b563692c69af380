using Microsoft.Extensions.Options;
using Moq;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Home;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Tests.Features.Home;

public sealed class HomePaginationTests
{
    private readonly Office office = new();
    private readonly Mock<ILedger> ledger = new(MockBehavior.Strict);

    [Fact]
    public void Pages_travel_in_the_value_of_a_button()
    {
        var pagination = HomePagination.Decode(HomePagination.First.With("given", "2").With("received", "3").Encode());

        Assert.Equal(("2", "3", null), (pagination.Of("given"), pagination.Of("received"), pagination.Of("asks")));
        Assert.Equal("received=3", pagination.With("given", null).Encode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("given=1=2&&=")]
    public void What_is_no_page_shows_the_first(string value) => Assert.Null(HomePagination.Decode(value).Of("given"));

    [Fact]
    public async Task The_next_page_begins_where_the_first_ends_and_the_last_leads_back()
    {
        var given = Enumerable
            .Range(0, ExchangeSection.PageLength + 1)
            .Select(days => office.Helped(office.Mark, office.Sue, $"note {days}", office.Now.AddDays(-days)))
            .ToList();
        ledger
            .Setup(entries =>
                entries.LatestGivenAsync(office.Mark.Id, It.IsAny<ActPosition?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid _, ActPosition? before, int limit, CancellationToken _) =>
                [.. given
                    .Where(entry => before is null || entry.OccurredAt < before.OccurredAt)
                    .Take(limit)
                    .Select(entry => new ActPosition(entry.OccurredAt, entry.ActId))]);
        ledger.Setup(entries => entries.GetEntriesOfActsAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) => [.. given.Where(entry => ids.Contains(entry.ActId))]);

        var first = await DrawAsync(HomePagination.First);
        var older = Assert.Single(Office.ButtonsOf(first.Blocks));
        var last = await DrawAsync(HomePagination.Decode(older.Value));
        var newest = Assert.Single(Office.ButtonsOf(last.Blocks));

        Assert.Equal(["note 0", "note 1", "note 2", "note 3", "note 4"], Notes(first));
        Assert.Equal(["note 5"], Notes(last));
        Assert.Equal((HomeMessages.TurnAction, HomeMessages.TurnAction, ""), (older.Action, newest.Action, newest.Value));
    }

    private async Task<ChatSection> DrawAsync(HomePagination pagination)
    {
        var section = new GivenSection(
            ledger.Object,
            new ActReader(ledger.Object, office.Directory.Object),
            new HomeMessages(Options.Create(new OrganisationOptions())));
        return (await section.RenderAsync(office.Mark, pagination, default))!;
    }

    private static IEnumerable<string> Notes(ChatSection section) => section.Blocks.OfType<ChatBlock.Quote>().Select(quote => quote.Text);
}
