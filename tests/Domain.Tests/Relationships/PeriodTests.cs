using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class PeriodTests
{
    private static readonly Arbitrary<Period> Periods = (
        from start in Gen.Choose(0, 2_000)
        from days in Gen.Choose(1, 500)
        select new Period(new DateOnly(2023, 6, 15).AddDays(start), new DateOnly(2023, 6, 15).AddDays(start + days))).ToArbitrary();

    [Theory]
    [InlineData("2026-10-01", "2026-11-01", "2026-09-01")]
    [InlineData("2026-03-01", "2026-04-01", "2026-02-01")]
    [InlineData("2026-01-01", "2026-04-01", "2025-10-01")]
    [InlineData("2026-10-05", "2026-10-12", "2026-09-28")]
    [InlineData("2026-10-02", "2026-11-01", "2026-09-02")]
    public void The_period_before_has_as_many_months_or_days_and_ends_where_this_one_starts(string from, string to, string before) =>
        Assert.Equal(new Period(Day(before), Day(from)), new Period(Day(from), Day(to)).Previous());

    [Fact]
    public void Before_the_first_day_of_all_there_is_nothing() =>
        Assert.Equal(Period.AllTime.From, (Period.AllTime with { To = Day("2026-01-01") }).Earlier(3).From);

    [Theory]
    [InlineData("2026-11-22", "2026-10-01", "2026-11-01")]
    [InlineData("2026-11-01", "2026-10-01", "2026-11-01")]
    [InlineData("2026-01-31", "2025-12-01", "2026-01-01")]
    public void Last_month_is_the_calendar_month_before(string today, string from, string to) =>
        Assert.Equal(new Period(Day(from), Day(to)), Period.MonthBefore(Day(today)));

    [Theory]
    [InlineData("2026-11-22", "2026-11-09", "2026-11-16")]
    [InlineData("2026-11-23", "2026-11-16", "2026-11-23")]
    public void Last_week_runs_from_monday_to_sunday(string today, string from, string to) =>
        Assert.Equal(new Period(Day(from), Day(to)), Period.WeekBefore(Day(today)));

    [Fact]
    public void Stretches_hold_every_day_once_and_months_are_whole() => Prop.ForAll(Periods, period =>
    {
        var stretches = period.SplitIntoSpans().ToList();
        var days = stretches.SelectMany(stretch =>
            Enumerable.Range(stretch.Period.From.DayNumber, stretch.Period.To.DayNumber - stretch.Period.From.DayNumber));
        return days.Order().SequenceEqual(Enumerable.Range(period.From.DayNumber, period.To.DayNumber - period.From.DayNumber))
            && stretches.TrueForAll(stretch => stretch.Span is FlowSpan.Day || stretch.Period.IsMonths)
            && stretches
                .Where(stretch => stretch.Span is FlowSpan.Day)
                .Sum(stretch => stretch.Period.To.DayNumber - stretch.Period.From.DayNumber) <= 60;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
