using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Pairing;

/// <summary>
/// Runs the scheduled steps of a pairing group: tell its people, ask a week later whether they met, and count no answer after another week.
/// Each message is sent in working hours and within the message budget.
/// </summary>
public sealed class PairingLifecycle(
    IPairingStore pairings,
    SharedWorkingHours sharedHours,
    PairingRules rules,
    IProactiveMessageBudget budget,
    TimeProvider clock)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Runs the steps that are due.</summary>
    /// <returns>The messages to send.</returns>
    public async Task<PairingNotices> RunDueStepAsync(PairingDetails details, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        details.Group.Touch();
        var untold = details.Attendees.Where(attendee => attendee.Seat.NextStep is PairingStep.Tell).ToImmutableArray();
        var isOver = now >= rules.EndOf(details.Group.Round);
        if (isOver)
        {
            Forget(untold);
        }

        var notices = untold.Any(IsDue) && !isOver ? await TellAsync(details, untold, cancellationToken) : new PairingNotices();
        return notices with
        {
            UsefulUntil = rules.EndOf(rules.RoundAt(now)),
            Asked = await PeopleAsync(
                details.Attendees.Where(attendee => IsDueFor(attendee, PairingStep.Ask)),
                attendee => TryAskAsync(details.Group, attendee, cancellationToken)),
            Paused = await PeopleAsync(
                details.Attendees.Where(attendee => IsDueFor(attendee, PairingStep.Close)),
                attendee => IsPausedByClosingAsync(details.Group, attendee, cancellationToken)),
        };
    }

    /// <summary>Drops people who couldn't be told before the round ended. The round doesn't delay their next one.</summary>
    private void Forget(ImmutableArray<PairingDetails.Attendee> untold)
    {
        foreach (var attendee in untold)
        {
            pairings.Remove(attendee.Seat);
            attendee.Member?.ClearNoMatch();
        }
    }

    private async Task<PairingNotices> TellAsync(
        PairingDetails details,
        ImmutableArray<PairingDetails.Attendee> untold,
        CancellationToken cancellationToken)
    {
        // Since the planning, someone may have left, paused, or put another member on their avoid-list.
        var paused = await budget.GetPausedPeopleAsync(
            [.. untold.Select(attendee => attendee.Person.Id)],
            rules.DayOf(clock.GetUtcNow()),
            cancellationToken);
        var present = untold.Where(attendee => IsPresent(attendee) && !paused.Contains(attendee.Person.Id)).ToImmutableArray();
        foreach (var gone in untold.Except(present))
        {
            pairings.Remove(gone.Seat);
        }

        var group = details.Attendees.Except(untold).Concat(present).ToImmutableArray();
        if (group.Length > 1
            && untold.Length == details.Attendees.Length
            && await pairings.AvoidEachOtherAsync([.. group.Select(attendee => attendee.Person.Id)], cancellationToken))
        {
            Part(group);
            group = present = [group[0]];
        }

        return group switch
        {
            [] => new PairingNotices(),
            [var alone] => await TellAloneAsync(alone, cancellationToken),
            _ => await TellAsync(group, present, cancellationToken),
        };
    }

    private async Task<PairingNotices> TellAsync(
        ImmutableArray<PairingDetails.Attendee> group,
        ImmutableArray<PairingDetails.Attendee> untold,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        ImmutableArray<Person> people = [.. group.Select(attendee => attendee.Person)];
        if (untold.Length == group.Length && sharedHours.FindFirstCommonMoment(people, now) is { } common)
        {
            var isNow = common == now && await budget.TryReserveAsync(people, cancellationToken);
            foreach (var attendee in untold)
            {
                Plan(
                    attendee,
                    isNow ? PairingStep.Ask : PairingStep.Tell,
                    isNow ? WhenAsked(attendee)
                        : common > now ? common : sharedHours.FindFirstCommonMoment(people, now + Hour) ?? now + Hour);
            }

            return isNow ? new PairingNotices { Told = people, Group = people, IsTogether = true } : new PairingNotices();
        }

        var told = await PeopleAsync(untold.Where(IsDue), async attendee =>
        {
            if (!await MayWriteAsync(attendee, cancellationToken))
            {
                return false;
            }

            Plan(attendee, PairingStep.Ask, WhenAsked(attendee));
            return true;
        });
        return new PairingNotices { Told = told, Group = people };
    }

    private async Task<PairingNotices> TellAloneAsync(PairingDetails.Attendee alone, CancellationToken cancellationToken)
    {
        if (!await MayWriteAsync(alone, cancellationToken))
        {
            return new PairingNotices();
        }

        if (alone.Member!.AloneSince is null)
        {
            alone.Member.RecordNoMatch(alone.Seat.Round);
        }

        alone.Seat.Plan(PairingStep.None, at: null);
        return new PairingNotices { Alone = alone.Person };
    }

    /// <summary>
    /// Splits the group. The first person keeps it and the others get one each, so each is told separately that they have no match.
    /// </summary>
    private void Part(ImmutableArray<PairingDetails.Attendee> group)
    {
        var now = clock.GetUtcNow();
        foreach (var attendee in group[1..])
        {
            var own = new PairingGroup
            {
                Id = Guid.CreateVersion7(now),
                OrganisationId = attendee.Seat.OrganisationId,
                Round = attendee.Seat.Round,
                IsRepeat = false
            };
            var seat = new PairingSeat
            {
                OrganisationId = own.OrganisationId,
                GroupId = own.Id,
                PersonId = attendee.Person.Id,
                Round = own.Round
            };
            seat.Plan(PairingStep.Tell, now);
            pairings.Remove(attendee.Seat);
            pairings.Add(own);
            pairings.Add(seat);
        }
    }

    private async Task<bool> TryAskAsync(PairingGroup group, PairingDetails.Attendee attendee, CancellationToken cancellationToken)
    {
        if (attendee.Member is null || !attendee.Person.CanReceive || group.MetAt is not null)
        {
            attendee.Seat.Plan(PairingStep.None, at: null);
            return false;
        }

        if (!await MayWriteAsync(attendee, cancellationToken))
        {
            return false;
        }

        Plan(attendee, PairingStep.Close, clock.GetUtcNow() + Week);
        return true;
    }

    private async Task<bool> IsPausedByClosingAsync(
        PairingGroup group, PairingDetails.Attendee attendee, CancellationToken cancellationToken)
    {
        var isSilent = attendee.Member is { IsPausedForSilence: false }
            && attendee.Seat.Answer is PairingAnswer.None
            && group.MetAt is null;
        if (isSilent && attendee.Member!.IsLastSilence && !await MayWriteAsync(attendee, cancellationToken))
        {
            return false;
        }

        attendee.Seat.Plan(PairingStep.None, at: null);
        return isSilent && attendee.Member!.RecordSilence();
    }

    /// <summary>
    /// A week later, or eight days later for people who are matched again that day, because they get at most one message a day.
    /// </summary>
    private DateTimeOffset WhenAsked(PairingDetails.Attendee attendee) =>
        clock.GetUtcNow() + Week + (attendee.Member is { EveryWeeks: 1 } ? Day : TimeSpan.Zero);

    /// <summary>True when the person is at work and within the message budget; otherwise the step waits.</summary>
    private async Task<bool> MayWriteAsync(PairingDetails.Attendee attendee, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Plan(attendee, attendee.Seat.NextStep, now);
        if (attendee.Seat.NextStepAt == now && !await budget.TryReserveAsync([attendee.Person], cancellationToken))
        {
            Plan(attendee, attendee.Seat.NextStep, now + Hour);
        }

        return attendee.Seat.NextStepAt == now;
    }

    /// <summary>Returns the people for whom the condition holds. Checks them one at a time.</summary>
    private static async Task<ImmutableArray<Person>> PeopleAsync(
        IEnumerable<PairingDetails.Attendee> attendees,
        Func<PairingDetails.Attendee, Task<bool>> isTrue)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var attendee in attendees.ToList())
        {
            if (await isTrue(attendee))
            {
                people.Add(attendee.Person);
            }
        }

        return people.ToImmutable();
    }

    /// <summary>Schedules a step for the person's first working time from <paramref name="from"/> on (UTC).</summary>
    private void Plan(PairingDetails.Attendee attendee, PairingStep step, DateTimeOffset from) =>
        attendee.Seat.Plan(step, sharedHours.FindFirstCommonMoment([attendee.Person], from) ?? from);

    private bool IsPresent(PairingDetails.Attendee attendee) =>
        attendee.Person.CanReceive && attendee.Member is { } member && !member.IsPausedOn(rules.DayOf(clock.GetUtcNow()));

    private bool IsDueFor(PairingDetails.Attendee attendee, PairingStep step) => attendee.Seat.NextStep == step && IsDue(attendee);

    private bool IsDue(PairingDetails.Attendee attendee) => attendee.Seat.NextStepAt <= clock.GetUtcNow();
}
