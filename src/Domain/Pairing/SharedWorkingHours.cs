using System.Numerics;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>Finds times when people are at work at the same time, in steps of 30 minutes.</summary>
public sealed class SharedWorkingHours(IWorkingTimeProvider workingTime)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(21);

    /// <summary>A person's usual hours in a round, read from the middle of its first week or the next working day after that.</summary>
    public UtcHours UsualHoursOf(Person person, DateOnly round) =>
        Enumerable.Range(0, 14).Select(day => On(person, Midweek(round).AddDays(day))).FirstOrDefault(found => found.Halves != 0);

    /// <summary>Finds the longest time on such a day when all of them work (UTC).</summary>
    /// <returns>Null when there is none.</returns>
    public (DateTimeOffset From, DateTimeOffset Until)? FindCommonHours(IEnumerable<Person> people, DateOnly round)
    {
        var common = people.Aggregate(
            ulong.MaxValue >> (64 - UtcHours.PerDay),
            (halves, person) => halves & UsualHoursOf(person, round).Halves);
        var best = (Start: 0, Length: 0);
        for (var start = 0; start < UtcHours.PerDay; start++)
        {
            var rotated = (common >> start) | (common << (UtcHours.PerDay - start));
            var length = Math.Min(BitOperations.TrailingZeroCount(~rotated), UtcHours.PerDay);
            best = length > best.Length ? (start, length) : best;
        }

        var from = Midweek(round) + (best.Start * Step);
        return best.Length == 0 ? null : (from, from + (best.Length * Step));
    }

    /// <summary>Finds the first moment from <paramref name="from"/> on when all of them work (UTC).</summary>
    /// <returns>Null when there is none within three weeks.</returns>
    public DateTimeOffset? FindFirstCommonMoment(IReadOnlyCollection<Person> people, DateTimeOffset from)
    {
        for (var moment = from; moment < from + Horizon; moment = Next(moment))
        {
            if (people.All(person => workingTime.IsWorking(person, moment)))
            {
                return moment;
            }
        }

        return null;
    }

    private UtcHours On(Person person, DateTimeOffset midnight)
    {
        var halves = 0UL;
        for (var half = 0; half < UtcHours.PerDay; half++)
        {
            halves |= workingTime.IsWorking(person, midnight + (half * Step)) ? 1UL << half : 0;
        }

        return new UtcHours(halves);
    }

    private static DateTimeOffset Next(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % Step.Ticks) + Step.Ticks, TimeSpan.Zero);

    private static DateTimeOffset Midweek(DateOnly round) =>
        new(round.AddDays(DayOfWeek.Wednesday - round.DayOfWeek).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

/// <summary>A person's usual working hours as the half hours of a day in UTC: bit 0 is 00:00 to 00:30.</summary>
public readonly record struct UtcHours(ulong Halves)
{
    /// <summary>The number of half hours in a day.</summary>
    public const int PerDay = 48;

    /// <summary>The time that both people work.</summary>
    public TimeSpan Overlap(UtcHours other) => TimeSpan.FromMinutes(30 * BitOperations.PopCount(Halves & other.Halves));
}

/// <summary>Tells when people work.</summary>
public interface IWorkingTimeProvider
{
    /// <summary>True when the person is at work at that moment.</summary>
    bool IsWorking(Person person, DateTimeOffset moment);
}
