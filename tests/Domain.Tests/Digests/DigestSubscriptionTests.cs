using RelateBot.Domain.Digests;
using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Digests;

public sealed class DigestSubscriptionTests
{
    private static readonly TimeZoneInfo zurich = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
    private static readonly WorkCalendar usual = new() { Zone = zurich };

    [Theory]
    [InlineData(DigestFrequency.Weekly, "Europe/Zurich", "2026-11-23T08:00:00Z")]
    [InlineData(DigestFrequency.Weekly, "America/New_York", "2026-11-23T14:00:00Z")]
    [InlineData(DigestFrequency.Monthly, "Europe/Zurich", "2026-12-01T08:00:00Z")]
    [InlineData(DigestFrequency.Weekly, "Pacific/Auckland", "2026-11-23T20:00:00Z")]
    public void The_next_one_comes_on_a_working_morning_where_the_person_lives_when_the_period_is_over(
        DigestFrequency frequency,
        string zone,
        string next)
    {
        var subscription = New();

        subscription.Choose(
            frequency,
            At("2026-11-18T10:00:00Z"),
            zurich,
            new WorkCalendar { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) });

        Assert.Equal(At(next), subscription.NextAt);
    }

    [Fact]
    public void A_month_that_ends_before_a_weekend_comes_on_the_monday()
    {
        var subscription = New();

        subscription.Choose(DigestFrequency.Monthly, At("2026-07-10T10:00:00Z"), zurich, usual);

        Assert.Equal(At("2026-08-03T07:00:00Z"), subscription.NextAt);
    }

    [Fact]
    public void What_is_due_is_taken_once_and_the_next_one_is_planned()
    {
        var subscription = New();
        subscription.Choose(DigestFrequency.Weekly, At("2026-11-18T10:00:00Z"), zurich, usual);

        Assert.Null(subscription.TakeDuePeriod(At("2026-11-23T07:59:59Z"), zurich, usual));
        Assert.Equal(
            new Period(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 23)),
            subscription.TakeDuePeriod(At("2026-11-23T08:00:00Z"), zurich, usual));
        Assert.Null(subscription.TakeDuePeriod(At("2026-11-23T08:00:00Z"), zurich, usual));
        Assert.Equal(At("2026-11-30T08:00:00Z"), subscription.NextAt);
    }

    [Fact]
    public void After_a_long_pause_only_the_latest_period_comes()
    {
        var subscription = New();
        subscription.Choose(DigestFrequency.Monthly, At("2026-06-18T10:00:00Z"), zurich, usual);

        Assert.Equal(
            new Period(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1)),
            subscription.TakeDuePeriod(At("2026-11-18T08:00:00Z"), zurich, usual));
        Assert.Equal(At("2026-12-01T08:00:00Z"), subscription.NextAt);
    }

    [Fact]
    public void Off_plans_nothing()
    {
        var subscription = New();
        subscription.Choose(DigestFrequency.Weekly, At("2026-11-18T10:00:00Z"), zurich, usual);

        subscription.Choose(DigestFrequency.Off, At("2026-11-19T10:00:00Z"), zurich, usual);

        Assert.Null(subscription.NextAt);
        Assert.Null(subscription.TakeDuePeriod(At("2027-11-19T10:00:00Z"), zurich, usual));
    }

    [Theory]
    [InlineData("", null, null, "2026-12-01T08:00:00Z")]
    [InlineData("2026-11-30..2026-12-02", null, null, "2026-12-03T08:00:00Z")]
    [InlineData("12-01 CH", "CH", null, "2026-12-02T08:00:00Z")]
    [InlineData("12-01 CH", "DE", null, "2026-12-01T08:00:00Z")]
    [InlineData("2026-12-01..2026-12-02", "SA", null, "2026-12-03T08:00:00Z")]
    [InlineData("2026-12-01..2026-12-03", "SA", null, "2026-12-06T08:00:00Z")]
    [InlineData("12-01", null, "10:00-18:00", "2026-12-02T09:00:00Z")]
    [InlineData("12-01", null, "05:00-08:00", "2026-12-02T06:45:00Z")]
    public void It_comes_on_a_day_on_which_its_reader_works(string blackouts, string? region, string? hours, string next)
    {
        var subscription = New();
        Assert.True(Blackouts.TryParse(blackouts, out var off, out _));

        subscription.Choose(
            DigestFrequency.Monthly,
            At("2026-11-18T10:00:00Z"),
            zurich,
            usual with { Blackouts = off, Region = region, Hours = WorkingHours.Parse(hours) ?? WorkingHours.Default });

        Assert.Equal(At(next), subscription.NextAt);
    }

    [Fact]
    public void On_a_day_off_that_nobody_knew_of_when_it_was_planned_it_waits_for_the_next_morning_of_work()
    {
        var subscription = New();
        subscription.Choose(DigestFrequency.Weekly, At("2026-11-18T10:00:00Z"), zurich, usual);
        Assert.True(Blackouts.TryParse("2026-11-23", out var off, out _));
        var calendar = usual with { Blackouts = off };

        Assert.False(subscription.TryPostpone(At("2026-11-23T07:59:59Z"), calendar));
        Assert.True(subscription.TryPostpone(At("2026-11-23T08:00:00Z"), calendar));
        Assert.Equal(At("2026-11-24T08:00:00Z"), subscription.NextAt);
        Assert.False(subscription.TryPostpone(At("2026-11-24T08:00:00Z"), calendar));
        Assert.Equal(
            new Period(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 23)),
            subscription.TakeDuePeriod(At("2026-11-24T08:00:00Z"), zurich, calendar));
    }

    private static DigestSubscription New() => new() { OrganisationId = Guid.Empty, PersonId = Guid.Empty, WorkspaceId = Guid.Empty };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, null);
}
