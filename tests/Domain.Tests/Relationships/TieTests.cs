using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class TieTests
{
    private static readonly DateOnly start = new(2025, 1, 6);
    private static readonly Guid ana = new(1, 0, 0, new byte[8]);
    private static readonly Guid ben = new(2, 0, 0, new byte[8]);

    /// <summary>Who did something, and in which of two hundred weeks.</summary>
    private static readonly Arbitrary<(bool IsBack, int Week)[]> acts =
        (from isBack in Gen.Elements(true, false) from week in Gen.Choose(0, 200) select (isBack, week)).ArrayOf().ToArbitrary();

    [Fact]
    public void Strength_is_what_the_formula_gives_on_all_acts() => Prop.ForAll(acts, some =>
        Assert.Equal(Slowly(some, start.AddDays(7 * 210)), Tied(some).StrengthIn(start.AddDays(7 * 210)), tolerance: 0.001))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void In_whatever_order_acts_become_known_the_tie_is_the_same_to_the_last_bit() => Prop.ForAll(acts, some =>
    {
        var expected = Facts(Tied(some));
        Assert.Equal(expected, Facts(Tied([.. some.Reverse()])));
        Assert.Equal(expected, Facts(Tied([.. some.OrderBy(act => act.IsBack).ThenBy(act => act.Week % 7)])));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_taken_back_never_was() => Prop.ForAll(acts, acts, (kept, taken) =>
        Assert.Equal(Facts(Tied(kept)), Facts(Tied([.. kept, .. taken], [.. taken.Reverse()])))).QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_act_never_weakens_a_tie() => Prop.ForAll(acts, Gen.Choose(0, 200).ToArbitrary(), (some, week) =>
        Assert.True(Tied([.. some, (true, week)]).StrengthIn(start.AddDays(7 * 210)) >= Tied(some).StrengthIn(start.AddDays(7 * 210))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Levels_stand_in_the_order_of_strength_on_any_day() =>
        Prop.ForAll(acts, acts, Gen.Choose(201, 260).ToArbitrary(), (some, others, later) =>
    {
        var (one, other, week) = (Tied(some), Tied(others), start.AddDays(7 * later));
        if (!one.IsEmpty && !other.IsEmpty && one.Level > other.Level + 1)
        {
            Assert.True(one.StrengthIn(week) >= other.StrengthIn(week));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_90_days_half_of_it_is_left()
    {
        Assert.Equal(TieStrength.One / 2, TieStrength.Decayed(TieStrength.One, 90));
        Assert.Equal(TieStrength.One / 4, TieStrength.Decayed(TieStrength.One, 180));
    }

    [Fact]
    public void Four_acts_in_four_weeks_tie_more_than_forty_in_one() =>
        Assert.True(Tied([(false, 0), (false, 1), (false, 2), (false, 3)]).StrengthIn(start.AddDays(21))
            > Tied([.. Enumerable.Repeat((false, 3), 40)]).StrengthIn(start.AddDays(21)));

    [Fact]
    public void The_same_acts_count_twice_as_much_when_they_go_both_ways()
    {
        var (oneWay, twoWay) = (Tied([(false, 0), (false, 2)]), Tied([(false, 2), (true, 2)]));

        Assert.Equal(1, twoWay.StrengthIn(start.AddDays(14)) / 2);
        Assert.True(twoWay.StrengthIn(start.AddDays(14)) > 2 * oneWay.StrengthIn(start.AddDays(14)));
    }

    [Fact]
    public void Each_of_the_two_sees_what_comes_from_them_first()
    {
        var tie = Tied([(false, 0), (false, 1), (true, 1)]);

        Assert.True(tie.SidesOf(ana).There > tie.SidesOf(ana).Back);
        Assert.Equal(tie.SidesOf(ana), tie.SidesOf(ben).Turned());
        Assert.Equal((ben, ana), (tie.OtherThan(ana), tie.OtherThan(ben)));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(52, true)]
    [InlineData(53, false)]
    public void Who_met_each_week_grows_quiet_after_a_month_and_is_a_memory_after_a_year(int silent, bool expected) =>
        Assert.Equal(
            expected,
            Tied([.. Enumerable.Range(0, 6).SelectMany(week => new[] { (false, week), (true, week) })]).IsGoingQuietIn(start.AddDays(7 * (5
                + silent))));

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Who_met_each_month_grows_quiet_after_twice_that(int silent, bool expected) =>
        Assert.Equal(
            expected,
            Tied([.. Enumerable.Range(0, 6).SelectMany(month => new[] { (false, 4 * month), (true, 4 * month) })]).IsGoingQuietIn(
                start.AddDays(7 * (20 + silent))));

    [Fact]
    public void What_was_never_strong_or_never_a_habit_does_not_grow_quiet()
    {
        Assert.False(Tied([(false, 0), (false, 20), (false, 40)]).IsGoingQuietIn(start.AddDays(7 * 90)));
        Assert.False(Tied([.. Enumerable.Repeat((false, 0), 9), .. Enumerable.Repeat((true, 0), 9)]).IsGoingQuietIn(start.AddDays(7 * 10)));
    }

    /// <summary>As the projection does it: adds one act at a time, and recounts all weeks where that isn't enough.</summary>
    private static Tie Tied((bool IsBack, int Week)[] acts, (bool IsBack, int Week)[]? takenBack = null)
    {
        var tie = new Tie { OrganisationId = Guid.Empty, FirstPersonId = ana, SecondPersonId = ben };
        var weeks = new Dictionary<DateOnly, TieWeek>();
        foreach (var (act, isTakenBack) in acts.Select(act => (act, false)).Concat((takenBack ?? []).Select(act => (act, true))))
        {
            var monday = start.AddDays(7 * act.Week);
            var week = weeks.TryGetValue(monday, out var known)
                ? known
                : new TieWeek { OrganisationId = Guid.Empty, FirstPersonId = ana, SecondPersonId = ben, Week = monday };
            weeks[monday] = week;
            var before = week.Sides;
            week.Apply(isTakenBack ? Entry(act).CreateCorrection(DateTimeOffset.UnixEpoch) : Entry(act));
            if (before != week.Sides && !tie.TryApplyWeek(monday, before, week.Sides))
            {
                tie.Recount(weeks.Values);
            }
        }

        return tie;
    }

    /// <summary>The formula, word by word.</summary>
    private static double Slowly((bool IsBack, int Week)[] acts, DateOnly today)
    {
        var (there, back) = (Side(isBack: false), Side(isBack: true));
        return there + back == 0 ? 0 : (there + back) * (1 + (2 * Math.Min(there, back) / (there + back)));

        double Side(bool isBack)
        {
            var sum = 0.0;
            for (var week = 0; week <= 200; week++)
            {
                var number = acts.Count(act => act.IsBack == isBack && act.Week == week);
                sum += (1 - Math.Pow(2, -number)) * Math.Pow(2, -(today.DayNumber - start.AddDays(7 * week).DayNumber) / 90.0);
            }

            return sum;
        }
    }

    private static (DateOnly, DateOnly, int, long, long, int) Facts(Tie tie) =>
        (tie.Since, tie.Week, tie.Weeks, tie.There, tie.Back, tie.Level);

    private static Exchange Entry((bool IsBack, int Week) act) => new()
    {
        Id = Guid.Empty,
        OrganisationId = Guid.Empty,
        ActId = Guid.Empty,
        Kind = ExchangeKind.Help,
        FromPersonId = act.IsBack ? ben : ana,
        ToPersonId = act.IsBack ? ana : ben,
        Note = "",
        Values = [],
        Visibility = Visibility.Public,
        OccurredAt = new DateTimeOffset(start.AddDays(7 * act.Week).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        RecordedAt = DateTimeOffset.UnixEpoch, Source = "tests",
    };
}
