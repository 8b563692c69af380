using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class BalanceTests
{
    private static readonly Arbitrary<List<BalanceEntry>> deeds = Gen.ListOf(Deeds()).Select(list => list.ToList()).ToArbitrary();

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
        var (mine, theirs) = (Balance.Of(history), Balance.Of(history.Select(entry => entry with { IsMine = !entry.IsMine })));

        Assert.Equal(new Balance(mine.Theirs, mine.Mine), theirs);
        Assert.Equal(mine.Reciprocity, theirs.Reciprocity);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_does_not_matter() => Prop.ForAll(
        deeds, history => Assert.Equal(Balance.Of(history), Balance.Of(Enumerable.Reverse(history).Concat(history))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Thanks_to_three_people_in_one_sentence_are_one()
    {
        var act = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

        var balance = Balance.Of(Enumerable
            .Range(0, 3)
            .Select(_ =>
                new BalanceEntry
                {
                    Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
                    ActId = act,
                    Kind = BalanceEntryKind.Thanks,
                    IsMine = true,
                    At = DateTimeOffset.UnixEpoch
                }));

        Assert.Equal(new Tally(0, 0, 1), balance.Mine);
    }

    private static Tally Recount(List<BalanceEntry> history, bool isMine)
    {
        int[] counts = [0, 0, 0, 0];
        List<(BalanceEntryKind, Guid)> seen = [];
        foreach (var entry in history)
        {
            if (entry.IsMine == isMine && !seen.Contains((entry.Kind, entry.ActId)))
            {
                seen.Add((entry.Kind, entry.ActId));
                counts[(int)entry.Kind]++;
            }
        }

        var unconfirmed = history
            .Where(entry => entry.IsMine == isMine && entry.IsUnconfirmed)
            .Select(entry => entry.ActId)
            .Distinct()
            .Count();
        return new Tally(
            counts[(int)BalanceEntryKind.Ask],
            counts[(int)BalanceEntryKind.Help],
            counts[(int)BalanceEntryKind.Thanks],
            unconfirmed);
    }

    private static Gen<BalanceEntry> Deeds() =>
        from kind in Gen.Elements(Enum.GetValues<BalanceEntryKind>())
        from isMine in Gen.Elements(true, false)
        from act in Gen.Choose(1, 12)
        select new BalanceEntry
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            ActId = new Guid(act, 0, 0, new byte[8]),
            Kind = kind,
            IsMine = isMine,
            At = DateTimeOffset.UnixEpoch,
            IsUnconfirmed = kind is BalanceEntryKind.Help && act % 3 == 0,
        };
}
