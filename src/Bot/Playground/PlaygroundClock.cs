namespace RelateBot.Bot.Playground;

/// <summary>
/// The host's time, which can be moved forward to see what is scheduled for later. Its timers fire when their time is reached, whether time
/// passes or is moved.
/// </summary>
public sealed class PlaygroundClock(TimeProvider real) : TimeProvider
{
    // The longest delay of a system timer. Longer delays are split.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(49);

    private readonly Lock gate = new();
    private readonly HashSet<MovableTimer> timers = [];
    private long aheadTicks;

    /// <summary>The real time.</summary>
    public DateTimeOffset Real => real.GetUtcNow();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(Volatile.Read(ref aheadTicks));

    public override long GetTimestamp() => real.GetTimestamp();

    /// <summary>Sets the time.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        List<MovableTimer> all;
        lock (gate)
        {
            Volatile.Write(ref aheadTicks, (time - real.GetUtcNow()).Ticks);
            all = [.. timers];
        }

        all.ForEach(timer => timer.Aim());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ITimer NewRealTimer(TimerCallback callback, object state) =>
        real.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class MovableTimer : ITimer
    {
        private readonly PlaygroundClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer inner;
        private DateTimeOffset? dueAt;
        private TimeSpan period;

        public MovableTimer(PlaygroundClock clock, TimerCallback callback, object? state)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            inner = clock.NewRealTimer(static timer => ((MovableTimer)timer!).Ring(), this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                SetDue(dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime);
            }

            return Aim();
        }

        /// <summary>Waits for the rest of the delay by the current time.</summary>
        public bool Aim()
        {
            DateTimeOffset? due;
            lock (clock.gate)
            {
                due = dueAt;
            }

            var left = due - clock.GetUtcNow();
            return inner.Change(
                left switch
                {
                    null => Timeout.InfiniteTimeSpan,
                    { Ticks: < 0 } => TimeSpan.Zero,
                    { } wait when wait > LongestWait => LongestWait,
                    { } wait => wait
                },
                Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            Forget();
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Forget();
            return inner.DisposeAsync();
        }

        private void Ring()
        {
            bool isDue;
            lock (clock.gate)
            {
                if (dueAt is null)
                {
                    return;
                }

                // The system timer counts in milliseconds and may fire a fraction of one too early.
                isDue = dueAt <= clock.GetUtcNow().AddMilliseconds(1);
                if (isDue)
                {
                    SetDue(period > TimeSpan.Zero ? clock.GetUtcNow() + period : null);
                }
            }

            Aim();
            if (isDue)
            {
                callback(state);
            }
        }

        private void Forget()
        {
            lock (clock.gate)
            {
                SetDue(null);
            }
        }

        private void SetDue(DateTimeOffset? due)
        {
            dueAt = due;
            if (due is null)
            {
                clock.timers.Remove(this);
            }
            else
            {
                clock.timers.Add(this);
            }
        }
    }
}
