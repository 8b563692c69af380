using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Pairing;

/// <summary>
/// What happens with a group by itself: its people are told, asked a week later, and after another week their silence is counted; each
/// within their working hours, and as their attention allows.
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

    /// <summary>Does what is due with it, and says what to tell.</summary>
    public async Task<PairingNotices> RunDueStepAsync(PairingDetails details, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        details.Group.Touch();
        var untold = details.Attendees.Where(sitter => sitter.Seat.NextStep is PairingStep.Tell).ToImmutableArray();
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
                details.Attendees.Where(sitter => IsDueFor(sitter, PairingStep.Ask)),
                sitter => TryAskAsync(details.Group, sitter, cancellationToken)),
            Paused = await PeopleAsync(
                details.Attendees.Where(sitter => IsDueFor(sitter, PairingStep.Close)),
                sitter => IsPausedByClosingAsync(details.Group, sitter, cancellationToken)),
        };
    }

    /// <summary>
    /// Nobody could tell them while their round lasted. Nothing of it is said any more, and it does not put off their next one.
    /// </summary>
    private void Forget(ImmutableArray<PairingDetails.Attendee> untold)
    {
        foreach (var sitter in untold)
        {
            pairings.Remove(sitter.Seat);
            sitter.Member?.ClearNoMatch();
        }
    }

    private async Task<PairingNotices> TellAsync(
        PairingDetails details,
        ImmutableArray<PairingDetails.Attendee> untold,
        CancellationToken cancellationToken)
    {
        // Between planning and telling somebody may have left, paused, or put somebody on their list.
        var paused = await budget.GetPausedPeopleAsync(
            [.. untold.Select(sitter => sitter.Person.Id)],
            rules.DayOf(clock.GetUtcNow()),
            cancellationToken);
        var present = untold.Where(sitter => IsPresent(sitter) && !paused.Contains(sitter.Person.Id)).ToImmutableArray();
        foreach (var gone in untold.Except(present))
        {
            pairings.Remove(gone.Seat);
        }

        var group = details.Attendees.Except(untold).Concat(present).ToImmutableArray();
        if (group.Length > 1
            && untold.Length == details.Attendees.Length
            && await pairings.AvoidEachOtherAsync([.. group.Select(sitter => sitter.Person.Id)], cancellationToken))
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
        ImmutableArray<Person> people = [.. group.Select(sitter => sitter.Person)];
        if (untold.Length == group.Length && sharedHours.FindFirstCommonMoment(people, now) is { } common)
        {
            var isNow = common == now && await budget.TryReserveAsync(people, cancellationToken);
            foreach (var sitter in untold)
            {
                Plan(
                    sitter,
                    isNow ? PairingStep.Ask : PairingStep.Tell,
                    isNow ? WhenAsked(sitter)
                        : common > now ? common : sharedHours.FindFirstCommonMoment(people, now + Hour) ?? now + Hour);
            }

            return isNow ? new PairingNotices { Told = people, Group = people, IsTogether = true } : new PairingNotices();
        }

        var told = await PeopleAsync(untold.Where(IsDue), async sitter =>
        {
            if (!await MayWriteAsync(sitter, cancellationToken))
            {
                return false;
            }

            Plan(sitter, PairingStep.Ask, WhenAsked(sitter));
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

    /// <summary>They do not meet after all: the first keeps the group, the others get one each, so that each is told kindly.</summary>
    private void Part(ImmutableArray<PairingDetails.Attendee> group)
    {
        var now = clock.GetUtcNow();
        foreach (var sitter in group[1..])
        {
            var own = new PairingGroup
            {
                Id = Guid.CreateVersion7(now),
                OrganisationId = sitter.Seat.OrganisationId,
                Round = sitter.Seat.Round,
                IsRepeat = false
            };
            var seat = new PairingSeat
            {
                OrganisationId = own.OrganisationId,
                GroupId = own.Id,
                PersonId = sitter.Person.Id,
                Round = own.Round
            };
            seat.Plan(PairingStep.Tell, now);
            pairings.Remove(sitter.Seat);
            pairings.Add(own);
            pairings.Add(seat);
        }
    }

    private async Task<bool> TryAskAsync(PairingGroup group, PairingDetails.Attendee sitter, CancellationToken cancellationToken)
    {
        if (sitter.Member is null || !sitter.Person.CanReceive || group.MetAt is not null)
        {
            sitter.Seat.Plan(PairingStep.None, at: null);
            return false;
        }

        if (!await MayWriteAsync(sitter, cancellationToken))
        {
            return false;
        }

        Plan(sitter, PairingStep.Close, clock.GetUtcNow() + Week);
        return true;
    }

    private async Task<bool> IsPausedByClosingAsync(PairingGroup group, PairingDetails.Attendee sitter, CancellationToken cancellationToken)
    {
        var isSilent = sitter.Member is { IsPausedForSilence: false } && sitter.Seat.Answer is PairingAnswer.None && group.MetAt is null;
        if (isSilent && sitter.Member!.IsLastSilence && !await MayWriteAsync(sitter, cancellationToken))
        {
            return false;
        }

        sitter.Seat.Plan(PairingStep.None, at: null);
        return isSilent && sitter.Member!.RecordSilence();
    }

    /// <summary>A week later; for whoever is paired again on that day a day after it, since nobody is written to twice a day.</summary>
    private DateTimeOffset WhenAsked(PairingDetails.Attendee sitter) =>
        clock.GetUtcNow() + Week + (sitter.Member is { EveryWeeks: 1 } ? Day : TimeSpan.Zero);

    /// <summary>True when they work now and did not hear too much lately; else the step waits.</summary>
    private async Task<bool> MayWriteAsync(PairingDetails.Attendee sitter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Plan(sitter, sitter.Seat.NextStep, now);
        if (sitter.Seat.NextStepAt == now && !await budget.TryReserveAsync([sitter.Person], cancellationToken))
        {
            Plan(sitter, sitter.Seat.NextStep, now + Hour);
        }

        return sitter.Seat.NextStepAt == now;
    }

    /// <summary>Those of them of whom it is true, asked one after the other.</summary>
    private static async Task<ImmutableArray<Person>> PeopleAsync(
        IEnumerable<PairingDetails.Attendee> sitters,
        Func<PairingDetails.Attendee, Task<bool>> isTrue)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var sitter in sitters.ToList())
        {
            if (await isTrue(sitter))
            {
                people.Add(sitter.Person);
            }
        }

        return people.ToImmutable();
    }

    /// <summary>Not before that moment, and then as soon as they work.</summary>
    private void Plan(PairingDetails.Attendee sitter, PairingStep step, DateTimeOffset from) =>
        sitter.Seat.Plan(step, sharedHours.FindFirstCommonMoment([sitter.Person], from) ?? from);

    private bool IsPresent(PairingDetails.Attendee sitter) =>
        sitter.Person.CanReceive && sitter.Member is { } member && !member.IsPausedOn(rules.DayOf(clock.GetUtcNow()));

    private bool IsDueFor(PairingDetails.Attendee sitter, PairingStep step) => sitter.Seat.NextStep == step && IsDue(sitter);

    private bool IsDue(PairingDetails.Attendee sitter) => sitter.Seat.NextStepAt <= clock.GetUtcNow();
}
