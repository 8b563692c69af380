using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.Pairing;

public sealed class SharedWorkingHoursTests
{
    private static readonly DateOnly round = new(2026, 11, 24);
    private readonly PairingWorld world = new(new DateTimeOffset(2026, 11, 23, 11, 0, 0, TimeSpan.Zero));
    private readonly SharedWorkingHours sharedHours;

    public SharedWorkingHoursTests() => sharedHours = new SharedWorkingHours(world.Hours);

    [Theory]
    [InlineData("Europe/Zurich", "Europe/Zurich", "08:00", "16:00")]
    [InlineData("Europe/Zurich", "America/New_York", "14:00", "16:00")]
    [InlineData("Asia/Tokyo", "Australia/Sydney", "00:00", "06:00")]
    [InlineData("Pacific/Auckland", "Asia/Tokyo", "00:00", "04:00")]
    public void Two_have_the_hours_in_common_that_both_work(string one, string other, string from, string until)
    {
        var common = sharedHours.FindCommonHours([Living(one), Living(other)], round);

        Assert.Equal((from, until), (common?.From.ToString("HH:mm", null), common?.Until.ToString("HH:mm", null)));
    }

    [Fact]
    public void Hours_over_midnight_in_UTC_are_one_stretch()
    {
        var common = sharedHours.FindCommonHours([Living("Pacific/Auckland"), Living("Pacific/Auckland")], round);

        Assert.Equal(TimeSpan.FromHours(8), common?.Until - common?.From);
    }

    [Fact]
    public void Half_a_world_apart_there_are_none()
    {
        Assert.Null(sharedHours.FindCommonHours([Living("Europe/Zurich"), Living("Pacific/Auckland")], round));
        Assert.Equal(
            TimeSpan.Zero,
            sharedHours.UsualHoursOf(Living("Europe/Zurich"), round).Overlap(sharedHours.UsualHoursOf(Living("Pacific/Auckland"), round)));
    }

    [Fact]
    public void A_week_of_holidays_hides_nobodys_usual_hours()
    {
        var away = new SharedWorkingHours(new OffUntil(world.Hours, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(
            TimeSpan.FromHours(8),
            away.UsualHoursOf(Living("Europe/Zurich"), round).Overlap(sharedHours.UsualHoursOf(Living("Europe/Zurich"), round)));
    }

    [Fact]
    public void After_Friday_evening_comes_Monday_morning() => Assert.Equal(
        new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero),
        sharedHours.FindFirstCommonMoment([Living("Europe/Zurich")], new DateTimeOffset(2026, 11, 27, 16, 10, 0, TimeSpan.Zero)));

    [Fact]
    public void Now_is_the_first_moment_while_they_work()
    {
        var now = new DateTimeOffset(2026, 11, 27, 10, 17, 3, TimeSpan.Zero);

        Assert.Equal(now, sharedHours.FindFirstCommonMoment([Living("Europe/Zurich")], now));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-17")]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("2026-11-30", "2026-11-24")]
    public void A_round_is_named_by_the_Tuesday_before(string day, string expected) => Assert.Equal(
        expected, world.Rules.RoundAt(DateTimeOffset.Parse($"{day}T12:00:00Z", null)).ToString("yyyy-MM-dd", null));

    private Person Living(string zone) => world.NewPerson(zone);

    private sealed class OffUntil(IWorkingTimeProvider usual, DateTimeOffset back) : IWorkingTimeProvider
    {
        public bool IsWorking(Person person, DateTimeOffset moment) => moment >= back && usual.IsWorking(person, moment);
    }
}
