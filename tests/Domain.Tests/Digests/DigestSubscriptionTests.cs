using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Digests;

public sealed class DigestSubscriptionTests
{
    private static readonly TimeZoneInfo zurich = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    [Theory]
    [InlineData(DigestRhythm.Weekly, "Europe/Zurich", "2026-11-23T08:00:00Z")]
    [InlineData(DigestRhythm.Weekly, "America/New_York", "2026-11-23T14:00:00Z")]
    [InlineData(DigestRhythm.Monthly, "Europe/Zurich", "2026-12-01T08:00:00Z")]
    [InlineData(DigestRhythm.Weekly, "Pacific/Auckland", "2026-11-23T20:00:00Z")]
    public void The_next_one_comes_on_a_working_morning_where_the_person_lives_when_the_period_is_over(DigestRhythm rhythm, string zone, string next)
    {
        var subscription = New();

        subscription.Choose(rhythm, At("2026-11-18T10:00:00Z"), zurich, TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(At(next), subscription.NextAt);
    }

    [Fact]
    public void A_month_that_ends_before_a_weekend_comes_on_the_monday()
    {
        var subscription = New();

        subscription.Choose(DigestRhythm.Monthly, At("2026-07-10T10:00:00Z"), zurich, zurich);

        Assert.Equal(At("2026-08-03T07:00:00Z"), subscription.NextAt);
    }

    [Fact]
    public void What_is_due_is_taken_once_and_the_next_one_is_planned()
    {
        var subscription = New();
        subscription.Choose(DigestRhythm.Weekly, At("2026-11-18T10:00:00Z"), zurich, zurich);

        Assert.Null(subscription.TakeDue(At("2026-11-23T07:59:59Z"), zurich, zurich));
        Assert.Equal(new Period(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 23)), subscription.TakeDue(At("2026-11-23T08:00:00Z"), zurich, zurich));
        Assert.Null(subscription.TakeDue(At("2026-11-23T08:00:00Z"), zurich, zurich));
        Assert.Equal(At("2026-11-30T08:00:00Z"), subscription.NextAt);
    }

    [Fact]
    public void After_a_long_pause_only_the_latest_period_comes()
    {
        var subscription = New();
        subscription.Choose(DigestRhythm.Monthly, At("2026-06-18T10:00:00Z"), zurich, zurich);

        Assert.Equal(new Period(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1)), subscription.TakeDue(At("2026-11-18T08:00:00Z"), zurich, zurich));
        Assert.Equal(At("2026-12-01T08:00:00Z"), subscription.NextAt);
    }

    [Fact]
    public void Off_plans_nothing()
    {
        var subscription = New();
        subscription.Choose(DigestRhythm.Weekly, At("2026-11-18T10:00:00Z"), zurich, zurich);

        subscription.Choose(DigestRhythm.Off, At("2026-11-19T10:00:00Z"), zurich, zurich);

        Assert.Null(subscription.NextAt);
        Assert.Null(subscription.TakeDue(At("2027-11-19T10:00:00Z"), zurich, zurich));
    }

    private static DigestSubscription New() => new() { OrganisationId = Guid.Empty, PersonId = Guid.Empty, WorkspaceId = Guid.Empty };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, null);
}
