using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>What people say about taking part in coffees. Nobody takes part who did not say so.</summary>
public sealed class PairingMembership(IPairingStore pairings, PairingRules rules, TimeProvider clock)
{
    /// <summary>How it stands for somebody.</summary>
    public async Task<PairingState> StateAsync(Person person, CancellationToken cancellationToken)
    {
        var member = await pairings.MemberAsync(person.Id, cancellationToken);
        var now = clock.GetUtcNow();
        return new PairingState
        {
            Member = member,
            NextRound = member is null ? null : rules.NextRound(member, await pairings.LastRoundAsync(person.Id, cancellationToken), now),
            ToMeet = member is null ? [] : await ToMeetAsync(person, cancellationToken),
            Met = await pairings.MetAsync(person.Id, cancellationToken),
            Today = rules.DayOf(now),
        };
    }

    /// <summary>They take part from now on, or go on after a pause. <paramref name="everyWeeks"/>: null leaves it as it is.</summary>
    public async Task<PairingState> JoinAsync(Person person, Guid workspaceId, int? everyWeeks, CancellationToken cancellationToken)
    {
        var member = await pairings.MemberAsync(person.Id, cancellationToken);
        if (member is null)
        {
            member = new PairingMember
            {
                OrganisationId = person.OrganisationId,
                PersonId = person.Id,
                WorkspaceId = workspaceId,
                JoinedAt = clock.GetUtcNow()
            };
            pairings.Add(member);
        }

        member.Resume();
        if (everyWeeks is not null)
        {
            member.SetInterval(everyWeeks.Value);
        }

        return await StateAsync(person, cancellationToken);
    }

    /// <summary>They take part no more. Their list stays, should they come back. False when they did not take part.</summary>
    public async Task<bool> TryLeaveAsync(Person person, CancellationToken cancellationToken)
    {
        if (await pairings.MemberAsync(person.Id, cancellationToken) is not { } member)
        {
            return false;
        }

        pairings.Remove(member);
        return true;
    }

    /// <summary>They are left alone until that day. Null when they do not take part.</summary>
    public async Task<PairingState?> PauseAsync(Person person, DateOnly until, CancellationToken cancellationToken)
    {
        if (await pairings.MemberAsync(person.Id, cancellationToken) is not { } member)
        {
            return null;
        }

        member.Resume();
        member.Pause(until);
        return await StateAsync(person, cancellationToken);
    }

    /// <summary>
    /// They would rather not meet these people. False when their list would be longer than <see cref="PairingAvoidance.MaxPerPerson"/>.
    /// </summary>
    public async Task<bool> TryAvoidAsync(Person person, IReadOnlyCollection<Guid> avoidedIds, CancellationToken cancellationToken)
    {
        var listed = await pairings.AvoidedByAsync(person.Id, cancellationToken);
        var anew = avoidedIds.Distinct().Where(id => id != person.Id).Except(listed.Select(avoidance => avoidance.AvoidedId)).ToList();
        if (listed.Count + anew.Count > PairingAvoidance.MaxPerPerson)
        {
            return false;
        }

        foreach (var id in anew)
        {
            pairings.Add(new PairingAvoidance { OrganisationId = person.OrganisationId, PersonId = person.Id, AvoidedId = id });
        }

        return true;
    }

    /// <summary>They would meet this person again.</summary>
    public async Task AllowAsync(Person person, Guid avoidedId, CancellationToken cancellationToken)
    {
        foreach (var avoidance in (await pairings.AvoidedByAsync(person.Id, cancellationToken)).Where(avoidance =>
            avoidance.AvoidedId == avoidedId))
        {
            pairings.Remove(avoidance);
        }
    }

    /// <summary>They say what came of a coffee; the last word counts. Null when they were not in that group.</summary>
    public async Task<PairingDetails?> AnswerAsync(Person person, Guid groupId, PairingAnswer answer, CancellationToken cancellationToken)
    {
        if (await pairings.FindAsync(groupId, cancellationToken) is not { } details
            || details.Attendees.FirstOrDefault(sitter => sitter.Person.Id == person.Id) is not { } own)
        {
            return null;
        }

        own.Seat.Say(answer);
        own.Member?.RecordAnswer();
        details.Group.Settle(details.Attendees.Any(sitter => sitter.Seat.Answer is PairingAnswer.Met), clock.GetUtcNow());
        return details;
    }

    private async Task<ImmutableArray<Person>> ToMeetAsync(Person person, CancellationToken cancellationToken) =>
        await pairings.LastToldAsync(person.Id, cancellationToken) is { Group.MetAt: null } details
            && details.Attendees.Any(sitter =>
                sitter.Person.Id == person.Id
                    && sitter.Seat is { NextStep: not PairingStep.None, Answer: PairingAnswer.None or PairingAnswer.NotYet })
                ? [.. details.Attendees.Select(sitter => sitter.Person).Where(other => other.Id != person.Id)]
                : [];
}
