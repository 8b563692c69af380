using System.Numerics;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>When people work at the same time, in steps of half an hour.</summary>
public sealed class SharedWorkingHours(IWorkingTimeProvider workingTime)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(21);

    /// <summary>A person's hours in the middle of a round's week, or on the first day after it that is not a day off.</summary>
    public UtcHours UsualHoursOf(Person person, DateOnly round) =>
        Enumerable.Range(0, 14).Select(day => On(person, Midweek(round).AddDays(day))).FirstOrDefault(found => found.Halves != 0);

    /// <summary>The longest time of such a day at which all of them work (UTC); null when there is none.</summary>
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

    /// <summary>The first moment from then on at which all of them work; null when none comes within three weeks.</summary>
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

/// <summary>When somebody usually works, as the half hours of a day in UTC: bit 0 is from 00:00 to 00:30.</summary>
public readonly record struct UtcHours(ulong Halves)
{
    /// <summary>How many half hours a day has.</summary>
    public const int PerDay = 48;

    /// <summary>How long both work at the same time.</summary>
    public TimeSpan Overlap(UtcHours other) => TimeSpan.FromMinutes(30 * BitOperations.PopCount(Halves & other.Halves));
}

/// <summary>When people work.</summary>
public interface IWorkingTimeProvider
{
    /// <summary>True when the person is at work at that moment.</summary>
    bool IsWorking(Person person, DateTimeOffset moment);
}
