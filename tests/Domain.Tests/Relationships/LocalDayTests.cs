using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class LocalDayTests
{
    // Midnight is skipped in Beirut and comes twice in Havana.
    private static readonly Arbitrary<(TimeZoneInfo Zone, DateOnly Day)> Days = (
        from zone in Gen.Elements(
            "Europe/Zurich",
            "Asia/Beirut",
            "America/Havana",
            "Pacific/Auckland",
            "Asia/Kolkata",
            "America/St_Johns",
            "Etc/UTC")
        from day in Gen.Choose(0, 3 * 366)
        select (TimeZoneInfo.FindSystemTimeZoneById(zone), new DateOnly(2024, 1, 1).AddDays(day))).ToArbitrary();

    [Fact]
    public void A_day_starts_at_the_first_moment_that_is_on_it() => Prop.ForAll(Days, place =>
    {
        var start = LocalDay.Start(place.Day, place.Zone);
        return LocalDay.Of(start, place.Zone) == place.Day && LocalDay.Of(start.AddTicks(-1), place.Zone) == place.Day.AddDays(-1);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Theory]
    [InlineData("Europe/Zurich", "2026-10-01", "2026-09-30T22:00:00Z")]
    [InlineData("Europe/Zurich", "2026-11-01", "2026-10-31T23:00:00Z")]
    [InlineData("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")]
    public void Clock_changes_are_minded(string zone, string day, string start) =>
        Assert.Equal(
            DateTimeOffset.Parse(start, null),
            LocalDay.Start(DateOnly.Parse(day, null), TimeZoneInfo.FindSystemTimeZoneById(zone)));
}
