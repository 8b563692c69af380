using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class UnthankedHelpTests
{
    private static readonly Guid sue = new(1, 0, 0, new byte[8]);
    private static readonly Guid raj = new(2, 0, 0, new byte[8]);
    private static readonly DateTimeOffset start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_the_newest_help_that_no_thanks_followed()
    {
        var history = Gen.ListOf(
            from kind in Gen.Elements(Enum.GetValues<BalanceEntryKind>())
            from isMine in Gen.Elements(true, false)
            from other in Gen.Elements(sue, raj)
            from asATeam in Gen.Elements(true, false, false)
            from hours in Gen.Choose(0, 40)
            select Deed(kind, isMine, isMine && asATeam ? null : other, hours)).Select(list => list.ToList()).ToArbitrary();
        Prop
            .ForAll(history, deeds => Assert.Equal(Slowly(deeds), UnthankedHelp.Newest(deeds, start.AddHours(10))))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Thanks_to_the_team_close_what_each_of_them_did() =>
        Assert.Null(UnthankedHelp.Newest(
            [Deed(BalanceEntryKind.Help, isMine: false, sue, 20), Deed(BalanceEntryKind.Thanks, isMine: true, null, 21)],
            start));

    [Fact]
    public void Thanks_to_one_leave_the_other_open() =>
        Assert.Equal(raj, UnthankedHelp.Newest(
            [
                Deed(BalanceEntryKind.Help, isMine: false, sue, 20),
                Deed(BalanceEntryKind.Help, isMine: false, raj, 19),
                Deed(BalanceEntryKind.Thanks, isMine: true, sue, 21)
            ], start)!.OtherId);

    [Fact]
    public void Of_each_helper_it_is_the_newest_and_thanks_to_their_department_close_what_came_before()
    {
        var (it, sales) = (new Guid(10, 0, 0, new byte[8]), new Guid(11, 0, 0, new byte[8]));
        var (early, late, fromRaj) = (Help(sue, it, 1), Help(sue, it, 9), Help(raj, sales, 3));

        Assert.Equal([late, fromRaj], UnthankedHelp.NewestPerHelper([early, late, fromRaj], start));
        Assert.Equal([late, fromRaj], UnthankedHelp.NewestPerHelper([early, late, fromRaj, ToTeam(it, 5)], start));
        Assert.Equal([fromRaj], UnthankedHelp.NewestPerHelper([early, late, fromRaj, ToTeam(it, 10)], start));
        Assert.Equal(
            [late],
            UnthankedHelp.NewestPerHelper([early, late, fromRaj, Deed(BalanceEntryKind.Thanks, isMine: true, raj, 4)], start));
        Assert.Equal([late], UnthankedHelp.NewestPerHelper([early, late, fromRaj], start.AddHours(5)));

        static BalanceEntry Help(Guid helper, Guid department, int hours) =>
            Deed(BalanceEntryKind.Help, isMine: false, helper, hours) with { OtherDepartmentId = department };
        static BalanceEntry ToTeam(Guid department, int hours) =>
            Deed(BalanceEntryKind.Thanks, isMine: true, null, hours) with { OtherDepartmentId = department };
    }

    private static BalanceEntry? Slowly(List<BalanceEntry> deeds)
    {
        BalanceEntry? newest = null;
        foreach (var help in deeds.Where(entry => entry.Kind is BalanceEntryKind.Help && !entry.IsMine && entry.At >= start.AddHours(10)))
        {
            var isThanked = false;
            foreach (var thanks in deeds.Where(entry => entry.Kind is BalanceEntryKind.Thanks or BalanceEntryKind.Kudos && entry.IsMine))
            {
                isThanked |= thanks.At >= help.At && (thanks.OtherId is null || thanks.OtherId == help.OtherId);
            }

            if (!isThanked && (newest is null || help.At > newest.At || (help.At == newest.At && help.Id.CompareTo(newest.Id) < 0)))
            {
                newest = help;
            }
        }

        return newest;
    }

    private static BalanceEntry Deed(BalanceEntryKind kind, bool isMine, Guid? other, int hours)
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        return new BalanceEntry { Id = id, ActId = id, Kind = kind, IsMine = isMine, OtherId = other, At = start.AddHours(hours) };
    }
}
