using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Pairing;

/// <summary>Handles joining, pausing and leaving coffees, avoid-lists and answers. No one takes part without joining.</summary>
public sealed class PairingMembership(IPairingStore pairings, PairingRules rules, TimeProvider clock)
{
    /// <summary>Returns a person's coffee status.</summary>
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

    /// <summary>Adds a member, or ends a member's pauses. Without <paramref name="everyWeeks"/>, the interval stays as it is.</summary>
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

    /// <summary>Ends a membership. The avoid-list is kept for when they come back.</summary>
    /// <returns>False when they didn't take part.</returns>
    public async Task<bool> TryLeaveAsync(Person person, CancellationToken cancellationToken)
    {
        if (await pairings.MemberAsync(person.Id, cancellationToken) is not { } member)
        {
            return false;
        }

        pairings.Remove(member);
        return true;
    }

    /// <summary>Pauses a member until that day.</summary>
    /// <returns>Null when they don't take part.</returns>
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

    /// <summary>Adds people to a person's avoid-list.</summary>
    /// <returns>False when it would have more than <see cref="PairingAvoidance.MaxPerPerson"/> people.</returns>
    public async Task<bool> TryAvoidAsync(Person person, IReadOnlyCollection<Guid> avoidedIds, CancellationToken cancellationToken)
    {
        var listed = await pairings.AvoidedByAsync(person.Id, cancellationToken);
        var added = avoidedIds.Distinct().Where(id => id != person.Id).Except(listed.Select(avoidance => avoidance.AvoidedId)).ToList();
        if (listed.Count + added.Count > PairingAvoidance.MaxPerPerson)
        {
            return false;
        }

        foreach (var id in added)
        {
            pairings.Add(new PairingAvoidance { OrganisationId = person.OrganisationId, PersonId = person.Id, AvoidedId = id });
        }

        return true;
    }

    /// <summary>Removes a person from an avoid-list.</summary>
    public async Task AllowAsync(Person person, Guid avoidedId, CancellationToken cancellationToken)
    {
        foreach (var avoidance in (await pairings.AvoidedByAsync(person.Id, cancellationToken)).Where(avoidance =>
            avoidance.AvoidedId == avoidedId))
        {
            pairings.Remove(avoidance);
        }
    }

    /// <summary>Records a person's answer about a coffee. The latest one counts.</summary>
    /// <returns>Null when they weren't in that group.</returns>
    public async Task<PairingDetails?> AnswerAsync(Person person, Guid groupId, PairingAnswer answer, CancellationToken cancellationToken)
    {
        if (await pairings.FindAsync(groupId, cancellationToken) is not { } details
            || details.Attendees.FirstOrDefault(attendee => attendee.Person.Id == person.Id) is not { } own)
        {
            return null;
        }

        own.Seat.Say(answer);
        own.Member?.RecordAnswer();
        details.Group.Settle(details.Attendees.Any(attendee => attendee.Seat.Answer is PairingAnswer.Met), clock.GetUtcNow());
        return details;
    }

    private async Task<ImmutableArray<Person>> ToMeetAsync(Person person, CancellationToken cancellationToken) =>
        await pairings.LastToldAsync(person.Id, cancellationToken) is { Group.MetAt: null } details
            && details.Attendees.Any(attendee =>
                attendee.Person.Id == person.Id
                    && attendee.Seat is { NextStep: not PairingStep.None, Answer: PairingAnswer.None or PairingAnswer.NotYet })
                ? [.. details.Attendees.Select(attendee => attendee.Person).Where(other => other.Id != person.Id)]
                : [];
}
