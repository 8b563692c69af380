using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>What happens with a group by itself: its people are told, asked a week later, and after another week their silence is counted; each within their working hours.</summary>
public sealed class PairingLife(IPairings pairings, PairingTimes times, PairingRules rules, TimeProvider clock)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Does what is due with it, and says what to tell.</summary>
    public async Task<PairingNews> StepAsync(PairingDetails details, CancellationToken cancellationToken)
    {
        details.Group.Touch();
        var untold = details.Sitters.Where(sitter => sitter.Seat.NextStep is PairingStep.Tell).ToImmutableArray();
        var news = untold.Any(IsDue) ? await TellAsync(details, untold, cancellationToken) : new PairingNews();
        return news with
        {
            Asked = [.. details.Sitters.Where(sitter => IsDueFor(sitter, PairingStep.Ask) && TryAsk(details.Group, sitter)).Select(sitter => sitter.Person)],
            Paused = [.. details.Sitters.Where(sitter => IsDueFor(sitter, PairingStep.Close) && IsPausedByClosing(details.Group, sitter)).Select(sitter => sitter.Person)],
        };
    }

    private async Task<PairingNews> TellAsync(PairingDetails details, ImmutableArray<PairingDetails.Sitter> untold, CancellationToken cancellationToken)
    {
        // Between planning and telling somebody may have left, paused, or put somebody on their list.
        var present = untold.Where(IsPresent).ToImmutableArray();
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
            [var alone] => TellAlone(alone),
            _ => Tell(group, present),
        };
    }

    private PairingNews Tell(ImmutableArray<PairingDetails.Sitter> group, ImmutableArray<PairingDetails.Sitter> untold)
    {
        var now = clock.GetUtcNow();
        ImmutableArray<Person> people = [.. group.Select(sitter => sitter.Person)];
        if (untold.Length == group.Length && times.First(people, now) is { } common)
        {
            foreach (var sitter in untold)
            {
                Plan(sitter, common == now ? PairingStep.Ask : PairingStep.Tell, common == now ? WhenAsked(sitter) : common);
            }

            return common == now ? new PairingNews { Told = people, Group = people, IsTogether = true } : new PairingNews();
        }

        var told = untold.Where(sitter => IsDue(sitter) && IsAtWorkOrLater(sitter)).ToList();
        foreach (var sitter in told)
        {
            Plan(sitter, PairingStep.Ask, WhenAsked(sitter));
        }

        return new PairingNews { Told = [.. told.Select(sitter => sitter.Person)], Group = people };
    }

    private PairingNews TellAlone(PairingDetails.Sitter alone)
    {
        if (!IsAtWorkOrLater(alone))
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

    private bool TryAsk(PairingGroup group, PairingDetails.Sitter sitter)
    {
        if (sitter.Member is null || !sitter.Person.CanReceive || group.MetAt is not null)
        {
            sitter.Seat.Plan(PairingStep.None, at: null);
            return false;
        }

        if (!IsAtWorkOrLater(sitter))
        {
            return false;
        }

        Plan(sitter, PairingStep.Close, clock.GetUtcNow() + Week);
        return true;
    }

    private bool IsPausedByClosing(PairingGroup group, PairingDetails.Sitter sitter)
    {
        var isSilent = sitter.Member is { IsPausedForSilence: false } && sitter.Seat.Answer is PairingAnswer.None && group.MetAt is null;
        if (isSilent && !IsAtWorkOrLater(sitter))
        {
            return false;
        }

        sitter.Seat.Plan(PairingStep.None, at: null);
        return isSilent && sitter.Member!.WasSilent();
    }

    /// <summary>A week later; for whoever is paired again on that day a day after it, since nobody is written to twice a day.</summary>
    private DateTimeOffset WhenAsked(PairingDetails.Sitter sitter) => clock.GetUtcNow() + Week + (sitter.Member is { EveryWeeks: 1 } ? Day : TimeSpan.Zero);

    /// <summary>True when they work now; else the step waits until they do.</summary>
    private bool IsAtWorkOrLater(PairingDetails.Sitter sitter)
    {
        var now = clock.GetUtcNow();
        Plan(sitter, sitter.Seat.NextStep, now);
        return sitter.Seat.NextStepAt == now;
    }

    /// <summary>Not before that moment, and then as soon as they work.</summary>
    private void Plan(PairingDetails.Sitter sitter, PairingStep step, DateTimeOffset from) => sitter.Seat.Plan(step, times.First([sitter.Person], from) ?? from);

    private bool IsPresent(PairingDetails.Sitter sitter) => sitter.Person.CanReceive && sitter.Member is { } member && !member.IsPausedOn(rules.DayOf(clock.GetUtcNow()));

    private bool IsDueFor(PairingDetails.Sitter sitter, PairingStep step) => sitter.Seat.NextStep == step && IsDue(sitter);

    private bool IsDue(PairingDetails.Sitter sitter) => sitter.Seat.NextStepAt <= clock.GetUtcNow();
}
