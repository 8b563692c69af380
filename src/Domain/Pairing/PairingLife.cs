using System.Collections.Immutable;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Pairing;

/// <summary>What happens with a group by itself: its people are told, asked a week later, and after another week their silence is counted; each within their working hours, and as their attention allows.</summary>
public sealed class PairingLife(IPairings pairings, PairingTimes times, PairingRules rules, IAttention attention, TimeProvider clock)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Does what is due with it, and says what to tell.</summary>
    public async Task<PairingNews> StepAsync(PairingDetails details, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        details.Group.Touch();
        var untold = details.Sitters.Where(sitter => sitter.Seat.NextStep is PairingStep.Tell).ToImmutableArray();
        var isOver = now >= rules.EndOf(details.Group.Round);
        if (isOver)
        {
            Forget(untold);
        }

        var news = untold.Any(IsDue) && !isOver ? await TellAsync(details, untold, cancellationToken) : new PairingNews();
        return news with
        {
            UsefulUntil = rules.EndOf(rules.RoundAt(now)),
            Asked = await PeopleAsync(details.Sitters.Where(sitter => IsDueFor(sitter, PairingStep.Ask)), sitter => TryAskAsync(details.Group, sitter, cancellationToken)),
            Paused = await PeopleAsync(details.Sitters.Where(sitter => IsDueFor(sitter, PairingStep.Close)), sitter => IsPausedByClosingAsync(details.Group, sitter, cancellationToken)),
        };
    }

    /// <summary>Nobody could tell them while their round lasted. Nothing of it is said any more, and it does not put off their next one.</summary>
    private void Forget(ImmutableArray<PairingDetails.Sitter> untold)
    {
        foreach (var sitter in untold)
        {
            pairings.Remove(sitter.Seat);
            sitter.Member?.IsNotAlone();
        }
    }

    private async Task<PairingNews> TellAsync(PairingDetails details, ImmutableArray<PairingDetails.Sitter> untold, CancellationToken cancellationToken)
    {
        // Between planning and telling somebody may have left, paused, or put somebody on their list.
        var paused = await attention.PausedAsync([.. untold.Select(sitter => sitter.Person.Id)], rules.DayOf(clock.GetUtcNow()), cancellationToken);
        var present = untold.Where(sitter => IsPresent(sitter) && !paused.Contains(sitter.Person.Id)).ToImmutableArray();
        foreach (var gone in untold.Except(present))
        {
            pairings.Remove(gone.Seat);
        }

        var group = details.Sitters.Except(untold).Concat(present).ToImmutableArray();
        if (group.Length > 1 && untold.Length == details.Sitters.Length && await pairings.AvoidEachOtherAsync([.. group.Select(sitter => sitter.Person.Id)], cancellationToken))
        {
            Part(group);
            group = present = [group[0]];
        }

        return group switch
        {
            [] => new PairingNews(),
            [var alone] => await TellAloneAsync(alone, cancellationToken),
            _ => await TellAsync(group, present, cancellationToken),
        };
    }

    private async Task<PairingNews> TellAsync(ImmutableArray<PairingDetails.Sitter> group, ImmutableArray<PairingDetails.Sitter> untold, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        ImmutableArray<Person> people = [.. group.Select(sitter => sitter.Person)];
        if (untold.Length == group.Length && times.First(people, now) is { } common)
        {
            var isNow = common == now && await attention.TryTakeAsync(people, cancellationToken);
            foreach (var sitter in untold)
            {
                Plan(sitter, isNow ? PairingStep.Ask : PairingStep.Tell, isNow ? WhenAsked(sitter) : common > now ? common : times.First(people, now + Hour) ?? now + Hour);
            }

            return isNow ? new PairingNews { Told = people, Group = people, IsTogether = true } : new PairingNews();
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
        return new PairingNews { Told = told, Group = people };
    }

    private async Task<PairingNews> TellAloneAsync(PairingDetails.Sitter alone, CancellationToken cancellationToken)
    {
        if (!await MayWriteAsync(alone, cancellationToken))
        {
            return new PairingNews();
        }

        if (alone.Member!.AloneSince is null)
        {
            alone.Member.StayedAlone(alone.Seat.Round);
        }

        alone.Seat.Plan(PairingStep.None, at: null);
        return new PairingNews { Alone = alone.Person };
    }

    /// <summary>They do not meet after all: the first keeps the group, the others get one each, so that each is told kindly.</summary>
    private void Part(ImmutableArray<PairingDetails.Sitter> group)
    {
        var now = clock.GetUtcNow();
        foreach (var sitter in group[1..])
        {
            var own = new PairingGroup { Id = Guid.CreateVersion7(now), OrganisationId = sitter.Seat.OrganisationId, Round = sitter.Seat.Round, IsRepeat = false };
            var seat = new PairingSeat { OrganisationId = own.OrganisationId, GroupId = own.Id, PersonId = sitter.Person.Id, Round = own.Round };
            seat.Plan(PairingStep.Tell, now);
            pairings.Remove(sitter.Seat);
            pairings.Add(own);
            pairings.Add(seat);
        }
    }

    private async Task<bool> TryAskAsync(PairingGroup group, PairingDetails.Sitter sitter, CancellationToken cancellationToken)
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

    private async Task<bool> IsPausedByClosingAsync(PairingGroup group, PairingDetails.Sitter sitter, CancellationToken cancellationToken)
    {
        var isSilent = sitter.Member is { IsPausedForSilence: false } && sitter.Seat.Answer is PairingAnswer.None && group.MetAt is null;
        if (isSilent && sitter.Member!.IsLastSilence && !await MayWriteAsync(sitter, cancellationToken))
        {
            return false;
        }

        sitter.Seat.Plan(PairingStep.None, at: null);
        return isSilent && sitter.Member!.WasSilent();
    }

    /// <summary>A week later; for whoever is paired again on that day a day after it, since nobody is written to twice a day.</summary>
    private DateTimeOffset WhenAsked(PairingDetails.Sitter sitter) => clock.GetUtcNow() + Week + (sitter.Member is { EveryWeeks: 1 } ? Day : TimeSpan.Zero);

    /// <summary>True when they work now and did not hear too much lately; else the step waits.</summary>
    private async Task<bool> MayWriteAsync(PairingDetails.Sitter sitter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Plan(sitter, sitter.Seat.NextStep, now);
        if (sitter.Seat.NextStepAt == now && !await attention.TryTakeAsync([sitter.Person], cancellationToken))
        {
            Plan(sitter, sitter.Seat.NextStep, now + Hour);
        }

        return sitter.Seat.NextStepAt == now;
    }

    /// <summary>Those of them of whom it is true, asked one after the other.</summary>
    private static async Task<ImmutableArray<Person>> PeopleAsync(IEnumerable<PairingDetails.Sitter> sitters, Func<PairingDetails.Sitter, Task<bool>> isTrue)
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
    private void Plan(PairingDetails.Sitter sitter, PairingStep step, DateTimeOffset from) => sitter.Seat.Plan(step, times.First([sitter.Person], from) ?? from);

    private bool IsPresent(PairingDetails.Sitter sitter) => sitter.Person.CanReceive && sitter.Member is { } member && !member.IsPausedOn(rules.DayOf(clock.GetUtcNow()));

    private bool IsDueFor(PairingDetails.Sitter sitter, PairingStep step) => sitter.Seat.NextStep == step && IsDue(sitter);

    private bool IsDue(PairingDetails.Sitter sitter) => sitter.Seat.NextStepAt <= clock.GetUtcNow();
}
