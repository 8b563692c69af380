using Moq;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;
using RelateBot.Domain.Tests.Exchanges;

namespace RelateBot.Domain.Tests.Focus;

public sealed class FocusListEditorTests
{
    private readonly Colleagues colleagues = new();
    private readonly Mock<IFocusStore> five = new(MockBehavior.Strict);
    private readonly List<FocusPerson> entries = [];
    private readonly FocusListEditor editor;

    public FocusListEditorTests()
    {
        five
            .Setup(port => port.GetByOwnerAsync(colleagues.Mark.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => [.. entries.OrderBy(entry => entry.Place)]);
        five.Setup(port => port.Add(It.IsAny<FocusPerson>())).Callback((FocusPerson entry) => entries.Add(entry));
        five
            .Setup(port => port.LastExchangeAsync(colleagues.Mark.Id, It.IsAny<Guid>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Exchange?)null);
        editor = new FocusListEditor(five.Object, colleagues.Clock);
    }

    [Fact]
    public async Task Five_are_enough_and_a_place_that_is_free_is_taken_again()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await AddAsync(colleagues.Person($"Colleague {number}"));
        }

        Assert.Equal(FocusFault.Full, await FaultAsync(colleagues.Sue));
        entries.RemoveAll(entry => entry.Place == 3);
        Assert.Null(await FaultAsync(colleagues.Sue));
        Assert.Equal(3, (await AddAsync(colleagues.Sue)).Place);
        Assert.Equal([1, 2, 3, 4, 5], entries.Select(entry => entry.Place).Order());
    }

    [Fact]
    public async Task Somebody_who_is_in_it_is_found_there_and_keeps_the_note()
    {
        var first = await AddAsync(colleagues.Sue);
        first.Note = "sealed";

        var again = await editor.AddAsync(colleagues.Mark, colleagues.Sue, Cadence.Weekly, CancellationToken.None);

        Assert.Same(first, again);
        Assert.Equal((Cadence.Weekly, "sealed"), (again.Cadence, again.Note));
        Assert.Equal(Cadence.Weekly, (await AddAsync(colleagues.Sue)).Cadence);
    }

    [Fact]
    public async Task On_the_day_of_choosing_nobody_is_behind_however_long_ago_the_last_exchange_was()
    {
        var last = new Exchange
        {
            Id = Guid.Empty,
            OrganisationId = Guid.Empty,
            ActId = Guid.Empty,
            Kind = ExchangeKind.Help,
            FromPersonId = colleagues.Sue.Id,
            ToPersonId = colleagues.Mark.Id,
            Note = "",
            Values = [],
            Visibility = Visibility.Private,
            OccurredAt = Colleagues.Now.AddYears(-2),
            RecordedAt = Colleagues.Now.AddYears(-2),
            Source = "tests",
        };
        five.Setup(port => port.LastExchangeAsync(colleagues.Mark.Id, colleagues.Sue.Id, It.IsAny<CancellationToken>())).ReturnsAsync(last);

        var entry = await AddAsync(colleagues.Sue);

        Assert.Equal(last.OccurredAt, entry.ContactAt);
        Assert.Equal(Colleagues.Now.AddMonths(1), entry.DueAt);
    }

    [Fact]
    public async Task Oneself_programs_strangers_and_those_who_have_left_are_not_taken_in()
    {
        Assert.Equal(FocusFault.Yourself, await FaultAsync(colleagues.Mark));
        Assert.Equal(FocusFault.Bot, await FaultAsync(colleagues.Person("Deploy", kind: PersonKind.Bot)));
        Assert.Equal(FocusFault.Stranger, await FaultAsync(colleagues.Person("Pat", kind: PersonKind.Stranger)));
        Assert.Equal(FocusFault.HasLeft, await FaultAsync(colleagues.Person("Ana", isActive: false)));
        Assert.Null(await FaultAsync(colleagues.Person("Gus", kind: PersonKind.Guest)));
    }

    private Task<FocusPerson> AddAsync(Person person) => editor.AddAsync(colleagues.Mark, person, cadence: null, CancellationToken.None);

    private Task<FocusFault?> FaultAsync(Person person) => editor.FaultAsync(colleagues.Mark, person, CancellationToken.None);
}
