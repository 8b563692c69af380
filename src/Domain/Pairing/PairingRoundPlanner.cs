using System.Buffers.Binary;
using RelateBot.Domain.Pairing.Matching;
using RelateBot.Domain.Prompts;

namespace RelateBot.Domain.Pairing;

/// <summary>
/// Plans a round: who meets whom, and when they're told. No messages are sent yet, so a round is planned completely or not at all.
/// </summary>
public sealed class PairingRoundPlanner(
    IPairingStore pairings,
    SharedWorkingHours sharedHours,
    PairingRules rules,
    IProactiveMessageBudget budget,
    TimeProvider clock)
{
    /// <summary>Plans the current round. When two hosts plan it at once, only one can commit.</summary>
    /// <returns>False when it is already planned or began too long ago.</returns>
    public async Task<bool> TryPlanAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var round = rules.RoundAt(now);
        if (now - rules.BeginningOf(round) > PairingRules.Grace || await pairings.IsPlannedAsync(round, cancellationToken))
        {
            return false;
        }

        pairings.Add(new PairingRound { OrganisationId = organisationId, Day = round, PlannedAt = now });
        var last = await pairings.LastRoundsAsync(cancellationToken);
        var due = (await pairings.ParticipantsAsync(cancellationToken))
            .Where(participant => rules.IsDue(participant.Member, last.TryGetValue(participant.Person.Id, out var day) ? day : null, round))
            .ToDictionary(participant => participant.Person.Id);
        foreach (var paused in await budget.GetPausedPeopleAsync(due.Keys, round, cancellationToken))
        {
            due.Remove(paused);
        }

        if (due.Count == 0)
        {
            return true;
        }

        var matches = PairMatcher.Match(
            due.Values.Select(participant =>
                new PairingCandidate(
                    participant.Person.Id,
                    participant.Person.DepartmentId,
                    sharedHours.UsualHoursOf(participant.Person, round))),
            await pairings.PairsAfterAsync(round.AddDays(-7 * rules.NoRepeatWeeks), cancellationToken),
            await pairings.AvoidancesAsync(cancellationToken),
            Seed(organisationId, round));
        foreach (var match in matches)
        {
            Plan(match, [.. match.PersonIds.Select(id => due[id])], round, now);
        }

        return true;
    }

    private static int Seed(Guid organisationId, DateOnly round)
    {
        Span<byte> bytes = stackalloc byte[16];
        organisationId.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]) ^ round.DayNumber;
    }

    private void Plan(PairingMatch match, List<PairingParticipant> participants, DateOnly round, DateTimeOffset now)
    {
        var isAlone = participants.Count == 1;
        if (isAlone && !participants[0].Member.RecordNoMatch(round))
        {
            return;
        }

        foreach (var participant in participants.Where(participant => !isAlone && participant.Member.AloneSince is not null))
        {
            participant.Member.ClearNoMatch();
        }

        var common = sharedHours.FindFirstCommonMoment([.. participants.Select(participant => participant.Person)], now);
        var group = new PairingGroup
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = participants[0].Member.OrganisationId,
            Round = round,
            IsRepeat = match.IsRepeat
        };
        pairings.Add(group);
        foreach (var participant in participants)
        {
            var seat = new PairingSeat
            {
                OrganisationId = group.OrganisationId,
                GroupId = group.Id,
                PersonId = participant.Person.Id,
                Round = round
            };
            seat.Plan(PairingStep.Tell, common ?? sharedHours.FindFirstCommonMoment([participant.Person], now) ?? now);
            pairings.Add(seat);
        }
    }
}
