using RelateBot.Domain.Exchanges;

namespace RelateBot.Domain.Tests.Exchanges;

public sealed class UndoThanksTests
{
    private readonly Colleagues colleagues = new();

    [Fact]
    public async Task Undoing_writes_a_correcting_entry_for_each_entry()
    {
        var act = await MarkThanksSueAndRajAsync();

        Assert.Equal(UndoThanksResult.Undone, await UndoAsync(act, colleagues.Mark.Id));

        var originals = colleagues.Entries.Where(entry => entry.CorrectsId is null).ToList();
        var corrections = colleagues.Entries.Where(entry => entry.CorrectsId is not null).ToList();
        Assert.Equal(originals.Select(entry => (Guid?)entry.Id), corrections.Select(entry => entry.CorrectsId));
        Assert.Equal(originals.Select(entry => entry.OccurredAt), corrections.Select(entry => entry.OccurredAt));
        Assert.True((await colleagues.Acts.FindAsync(act, CancellationToken.None))!.IsTakenBack);
    }

    [Fact]
    public async Task Undoing_twice_corrects_once()
    {
        var act = await MarkThanksSueAndRajAsync();
        await UndoAsync(act, colleagues.Mark.Id);

        Assert.Equal(UndoThanksResult.AlreadyUndone, await UndoAsync(act, colleagues.Mark.Id));
        Assert.Equal(4, colleagues.Entries.Count);
    }

    [Theory]
    [InlineData(600, UndoThanksResult.Undone)]
    [InlineData(601, UndoThanksResult.TooLate)]
    public async Task Undo_works_for_ten_minutes(int seconds, UndoThanksResult expected)
    {
        var act = await MarkThanksSueAndRajAsync();
        colleagues.Clock.Value += TimeSpan.FromSeconds(seconds);

        Assert.Equal(expected, await UndoAsync(act, colleagues.Mark.Id));
    }

    [Fact]
    public async Task Nobody_but_the_giver_can_undo()
    {
        var act = await MarkThanksSueAndRajAsync();

        Assert.Equal(UndoThanksResult.NotYours, await UndoAsync(act, colleagues.Sue.Id));
        Assert.Equal(2, colleagues.Entries.Count);
    }

    [Fact]
    public async Task An_unknown_act_cannot_be_undone() =>
        Assert.Equal(UndoThanksResult.NotYours, await UndoAsync(Guid.Empty, colleagues.Mark.Id));

    private async Task<Guid> MarkThanksSueAndRajAsync() =>
        ((GiveThanksResult.Given)await colleagues.MarkThanks(new Receiver.Person(colleagues.Sue.Id),
            new Receiver.Person(colleagues.Raj.Id))).Act.Id;

    private Task<UndoThanksResult> UndoAsync(Guid act, Guid person) =>
        new UndoThanksHandler(colleagues.Ledger.Object, colleagues.Clock).HandleAsync(new UndoThanks(act, person), CancellationToken.None);
}
