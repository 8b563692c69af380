using RelateBot.Domain.Help;

namespace RelateBot.Domain.Tests.Help;

public sealed class WorkingDaysTests
{
    private static readonly TimeZoneInfo Zurich = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    [Theory]
    [InlineData("2026-11-18T10:00+01:00", 2, "2026-11-20T10:00+01:00")] // Wednesday to Friday
    [InlineData("2026-11-20T10:00+01:00", 2, "2026-11-24T10:00+01:00")] // over a weekend
    [InlineData("2026-11-21T10:00+01:00", 2, "2026-11-25T10:00+01:00")] // from a Saturday, counted from Monday
    [InlineData("2026-11-18T10:00+01:00", 10, "2026-12-02T10:00+01:00")]
    [InlineData("2026-11-20T23:30Z", 1, "2026-11-24T00:30+01:00")] // already Saturday in Zurich
    public void Weekends_do_not_count(string start, int days, string expected) =>
        Assert.Equal(At(expected), WorkingDays.After(At(start), days, Zurich));

    [Theory]
    [InlineData("2026-03-27T10:00+01:00", "2026-03-30T10:00+02:00")] // summer time begins between
    [InlineData("2026-10-23T10:00+02:00", "2026-10-26T10:00+01:00")] // and ends
    public void The_time_of_day_stays_over_a_clock_change(string start, string expected) =>
        Assert.Equal(At(expected), WorkingDays.After(At(start), 1, Zurich));

    [Fact]
    public void A_time_of_day_that_a_clock_change_skips_becomes_the_first_one_after_it()
    {
        // In Cairo clocks go forward at midnight on a Friday: 0:30 does not exist on 24 April 2026.
        var cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");

        Assert.Equal(At("2026-04-24T01:00+03:00"), WorkingDays.After(At("2026-04-23T00:30+02:00"), 1, cairo));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
