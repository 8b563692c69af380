using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class OpenThanksTests
{
    private static readonly Guid sue = new(1, 0, 0, new byte[8]);
    private static readonly Guid raj = new(2, 0, 0, new byte[8]);
    private static readonly DateTimeOffset start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_the_newest_help_that_no_thanks_followed()
    {
        var history = Gen.ListOf(
            from kind in Gen.Elements(Enum.GetValues<DeedKind>())
            from isMine in Gen.Elements(true, false)
            from other in Gen.Elements(sue, raj)
            from asATeam in Gen.Elements(true, false, false)
            from hours in Gen.Choose(0, 40)
            select Deed(kind, isMine, isMine && asATeam ? null : other, hours)).Select(list => list.ToList()).ToArbitrary();
        Prop.ForAll(history, deeds => Assert.Equal(Slowly(deeds), OpenThanks.Newest(deeds, start.AddHours(10)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Thanks_to_the_team_close_what_each_of_them_did() =>
        Assert.Null(OpenThanks.Newest([Deed(DeedKind.Help, isMine: false, sue, 20), Deed(DeedKind.Thanks, isMine: true, null, 21)], start));

    [Fact]
    public void Thanks_to_one_leave_the_other_open() =>
        Assert.Equal(raj, OpenThanks.Newest(
            [Deed(DeedKind.Help, isMine: false, sue, 20), Deed(DeedKind.Help, isMine: false, raj, 19), Deed(DeedKind.Thanks, isMine: true, sue, 21)], start)!.OtherId);

    [Fact]
    public void Of_each_helper_it_is_the_newest_and_thanks_to_their_department_close_what_came_before()
    {
        var (it, sales) = (new Guid(10, 0, 0, new byte[8]), new Guid(11, 0, 0, new byte[8]));
        var (early, late, fromRaj) = (Help(sue, it, 1), Help(sue, it, 9), Help(raj, sales, 3));

        Assert.Equal([late, fromRaj], OpenThanks.OfEach([early, late, fromRaj], start));
        Assert.Equal([late, fromRaj], OpenThanks.OfEach([early, late, fromRaj, ToTeam(it, 5)], start));
        Assert.Equal([fromRaj], OpenThanks.OfEach([early, late, fromRaj, ToTeam(it, 10)], start));
        Assert.Equal([late], OpenThanks.OfEach([early, late, fromRaj, Deed(DeedKind.Thanks, isMine: true, raj, 4)], start));
        Assert.Equal([late], OpenThanks.OfEach([early, late, fromRaj], start.AddHours(5)));

        static Deed Help(Guid helper, Guid department, int hours) => Deed(DeedKind.Help, isMine: false, helper, hours) with { OtherDepartmentId = department };
        static Deed ToTeam(Guid department, int hours) => Deed(DeedKind.Thanks, isMine: true, null, hours) with { OtherDepartmentId = department };
    }

    private static Deed? Slowly(List<Deed> deeds)
    {
        Deed? newest = null;
        foreach (var help in deeds.Where(deed => deed.Kind is DeedKind.Help && !deed.IsMine && deed.At >= start.AddHours(10)))
        {
            var isThanked = false;
            foreach (var thanks in deeds.Where(deed => deed.Kind is DeedKind.Thanks or DeedKind.Kudos && deed.IsMine))
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

    private static Deed Deed(DeedKind kind, bool isMine, Guid? other, int hours)
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        return new Deed { Id = id, ActId = id, Kind = kind, IsMine = isMine, OtherId = other, At = start.AddHours(hours) };
    }
}
