using System.Globalization;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Tests.Prompts;

public sealed class WorkCalendarTests
{
    private static readonly TimeOnly three = new(15, 0);

    [Theory]
    [InlineData("Europe/Zurich", null, "2026-11-19", "2026-11-20T14:00Z")] // Thursday to Friday
    [InlineData("Europe/Zurich", null, "2026-11-20", "2026-11-23T14:00Z")] // over the weekend
    [InlineData("Asia/Riyadh", "SA", "2026-11-19", "2026-11-22T12:00Z")] // Friday and Saturday are free there
    [InlineData("Asia/Riyadh", "SA", "2026-11-22", "2026-11-23T12:00Z")] // and Sunday is a day like any other
    [InlineData("Europe/Zurich", null, "2026-10-23", "2026-10-26T14:00Z")] // summer time ends between: still three on the wall
    [InlineData("Europe/Zurich", null, "2027-03-26", "2027-03-29T13:00Z")] // and begins
    [InlineData("Europe/Zurich", null, "2028-02-28", "2028-02-29T14:00Z")]
    [InlineData("Asia/Kathmandu", null, "2026-11-19", "2026-11-20T09:15Z")]
    public void The_next_time_is_on_their_next_day_of_work_by_the_clock_on_their_wall(
        string zone,
        string? region,
        string after,
        string expected) =>
        Assert.Equal(At(expected), Of(zone, region).NextWorkdayAt(Day(after), three));

    [Theory]
    [InlineData("06:00", "09:00")]
    [InlineData("12:00", "12:00")]
    [InlineData("17:00", "16:45")]
    [InlineData("23:30", "16:45")]
    public void A_time_outside_their_hours_becomes_the_nearest_within(string wished, string expected) =>
        Assert.Equal(
            TimeOnly.Parse(expected, CultureInfo.InvariantCulture),
            Of("Etc/UTC").ClampToWorkingHours(TimeOnly.Parse(wished, CultureInfo.InvariantCulture)));

    [Fact]
    public void Hours_that_are_over_in_no_time_are_kept_to() =>
        Assert.Equal(new TimeOnly(9, 0), (Of("Etc/UTC") with { Hours = WorkingHours.Parse("09:00-09:10")! }).ClampToWorkingHours(three));

    [Fact]
    public void A_time_that_the_clock_skips_becomes_the_first_after_it()
    {
        // In Cairo clocks go forward at midnight on a Friday: 0:30 does not exist on 24 April 2026.
        var nights = Of("Africa/Cairo") with { Hours = WorkingHours.Parse("0-8")! };

        Assert.Equal(At("2026-04-23T22:00Z"), nights.ToUtc(Day("2026-04-24"), new TimeOnly(0, 30)));
    }

    [Fact]
    public void Holidays_and_a_pause_are_passed_over()
    {
        Assert.True(Blackouts.TryParse("2026-12-24..2027-01-01, 01-06 CH", out var blackouts, out _));
        var calendar = Of("Europe/Zurich", "CH") with { Blackouts = blackouts };

        Assert.Equal(At("2027-01-04T14:00Z"), calendar.NextWorkdayAt(Day("2026-12-23"), three));
        Assert.Equal(At("2027-01-07T14:00Z"), calendar.NextWorkdayAt(Day("2027-01-05"), three));
        Assert.Equal(At("2027-01-06T14:00Z"), (calendar with { Region = "DE" }).NextWorkdayAt(Day("2027-01-05"), three));
        Assert.Equal(At("2027-02-01T14:00Z"), calendar.NextWorkdayAt(Day("2026-12-23"), three, earliest: Day("2027-01-30")));
    }

    [Theory]
    [InlineData("12-25", "2030-12-25", true)]
    [InlineData("02-29", "2028-02-29", true)]
    [InlineData("02-29", "2027-03-01", false)]
    [InlineData("2026-08-01 ch", "2026-08-01", true)]
    [InlineData("2026-08-01 DE", "2026-08-01", false)]
    [InlineData("2026-12-24..2027-01-02", "2027-01-02", true)]
    [InlineData("2026-12-24..2027-01-02", "2027-01-03", false)]
    public void Blackouts_are_read(string text, string day, bool isOff)
    {
        Assert.True(Blackouts.TryParse(text, out var blackouts, out _));

        Assert.Equal(isOff, blackouts.Contains(Day(day), "CH"));
    }

    [Theory]
    [InlineData("Christmas")]
    [InlineData("2026-13-01")]
    [InlineData("02-30")]
    [InlineData("2027-01-02..2026-12-24")]
    [InlineData("2026-12-24 Switzerland")]
    public void What_is_no_day_is_named(string entry)
    {
        Assert.False(Blackouts.TryParse($"12-25, {entry}", out _, out var fault));
        Assert.Equal(entry, fault);
    }

    [Theory]
    [InlineData("08:00-16:30", "08:00-16:30")]
    [InlineData("8-16", "08:00-16:00")]
    [InlineData("16-8", null)]
    [InlineData("all day", null)]
    [InlineData(null, null)]
    public void Working_hours_are_read(string? text, string? hours) => Assert.Equal(hours, WorkingHours.Parse(text)?.ToString());

    [Theory]
    [InlineData("de-CH", "CH")]
    [InlineData("zh-Hant-TW", "TW")]
    [InlineData("en", null)]
    [InlineData(null, null)]
    public void The_region_is_that_of_the_language_tag(string? locale, string? region) => Assert.Equal(region, Weekend.RegionOf(locale));

    private static WorkCalendar Of(string zone, string? region = null) =>
        new() { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone), Region = region };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
