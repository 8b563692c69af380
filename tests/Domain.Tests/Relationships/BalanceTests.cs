using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class BalanceTests
{
    private static readonly Arbitrary<List<Deed>> deeds = Gen.ListOf(Deeds()).Select(list => list.ToList()).ToArbitrary();

    [Fact]
    public void It_is_what_counting_one_by_one_gives() => Prop.ForAll(deeds, history =>
    {
        var balance = Balance.Of(history);

        Assert.Equal(Recount(history, isMine: true), balance.Mine);
        Assert.Equal(Recount(history, isMine: false), balance.Theirs);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_other_side_sees_the_same_the_other_way_round() => Prop.ForAll(deeds, history =>
    {
        var (mine, theirs) = (Balance.Of(history), Balance.Of(history.Select(deed => deed with { IsMine = !deed.IsMine })));

        Assert.Equal(new Balance(mine.Theirs, mine.Mine), theirs);
        Assert.Equal(mine.Reciprocity, theirs.Reciprocity);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_does_not_matter() => Prop.ForAll(
        deeds, history => Assert.Equal(Balance.Of(history), Balance.Of(Enumerable.Reverse(history).Concat(history)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Thanks_to_three_people_in_one_sentence_are_one()
    {
        var act = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

        var balance = Balance.Of(Enumerable.Range(0, 3).Select(_ => new Deed { Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), ActId = act, Kind = DeedKind.Thanks, IsMine = true, At = DateTimeOffset.UnixEpoch }));

        Assert.Equal(new Tally(0, 0, 1), balance.Mine);
    }

    private static Tally Recount(List<Deed> history, bool isMine)
    {
        int[] counts = [0, 0, 0, 0];
        List<(DeedKind, Guid)> seen = [];
        foreach (var deed in history)
        {
            if (deed.IsMine == isMine && !seen.Contains((deed.Kind, deed.ActId)))
            {
                seen.Add((deed.Kind, deed.ActId));
                counts[(int)deed.Kind]++;
            }
        }

        var unconfirmed = history.Where(deed => deed.IsMine == isMine && deed.IsUnconfirmed).Select(deed => deed.ActId).Distinct().Count();
        return new Tally(counts[(int)DeedKind.Ask], counts[(int)DeedKind.Help], counts[(int)DeedKind.Thanks], unconfirmed);
    }

    private static Gen<Deed> Deeds() =>
        from kind in Gen.Elements(Enum.GetValues<DeedKind>())
        from isMine in Gen.Elements(true, false)
        from act in Gen.Choose(1, 12)
        select new Deed
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), ActId = new Guid(act, 0, 0, new byte[8]), Kind = kind, IsMine = isMine, At = DateTimeOffset.UnixEpoch,
            IsUnconfirmed = kind is DeedKind.Help && act % 3 == 0,
        };
}
