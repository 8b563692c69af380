using Microsoft.Extensions.Time.Testing;
using RelateBot.Bot.Playground;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Playground;

public sealed class PlaygroundClockTests
{
    private readonly FakeTimeProvider real = new(TestTime.Start);
    private readonly PlaygroundClock clock;
    private int rings;

    public PlaygroundClockTests() => clock = new PlaygroundClock(real);

    [Fact]
    public void It_shows_the_real_time_until_it_is_moved_and_then_runs_on_from_there()
    {
        Assert.Equal(real.GetUtcNow(), clock.GetUtcNow());

        clock.MoveTo(real.GetUtcNow().AddDays(7));
        real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(real.GetUtcNow().AddDays(7), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_rings_when_its_time_comes_by_itself()
    {
        using var timer = RingAfter(TimeSpan.FromMinutes(5));

        real.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(0, rings);
        real.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, rings);
    }

    [Fact]
    public void A_timer_that_has_become_due_rings_when_the_clock_is_moved()
    {
        using var due = RingAfter(TimeSpan.FromHours(23));
        using var notYet = RingAfter(TimeSpan.FromHours(25));

        clock.MoveTo(clock.GetUtcNow().AddDays(1));
        Assert.Equal(1, rings);
        real.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, rings);
    }

    [Fact]
    public void A_repeating_timer_goes_on_repeating_after_a_move()
    {
        using var timer = clock.CreateTimer(_ => rings++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        clock.MoveTo(clock.GetUtcNow().AddDays(1));
        Assert.Equal(1, rings);
        real.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, rings);
    }

    [Fact]
    public void A_timer_waits_longer_when_the_clock_is_moved_back()
    {
        clock.MoveTo(real.GetUtcNow().AddDays(7));
        using var timer = RingAfter(TimeSpan.FromHours(1));

        clock.MoveTo(real.GetUtcNow());
        real.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, rings);
        real.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, rings);
    }

    [Fact]
    public void A_wait_beyond_what_the_system_can_wait_for_at_once_is_kept()
    {
        using var timer = RingAfter(TimeSpan.FromDays(100));

        real.Advance(TimeSpan.FromDays(60));
        real.Advance(TimeSpan.FromDays(39));
        Assert.Equal(0, rings);
        real.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, rings);
    }

    [Fact]
    public void A_disposed_timer_stays_silent()
    {
        RingAfter(TimeSpan.FromHours(1)).Dispose();

        clock.MoveTo(clock.GetUtcNow().AddDays(1));

        Assert.Equal(0, rings);
    }

    private ITimer RingAfter(TimeSpan wait) => clock.CreateTimer(_ => rings++, null, wait, Timeout.InfiniteTimeSpan);
}
