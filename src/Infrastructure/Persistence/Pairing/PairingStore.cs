using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Pairing;

namespace RelateBot.Infrastructure.Persistence.Pairing;

/// <summary>Stores coffee pairings in the database.</summary>
internal sealed class PairingStore(RelateDbContext context) : IPairingStore
{
    public void Add(PairingMember member) => context.PairingMembers.Add(member);

    public void Remove(PairingMember member) => context.PairingMembers.Remove(member);

    public void Add(PairingAvoidance avoidance) => context.PairingAvoidances.Add(avoidance);

    public void Remove(PairingAvoidance avoidance) => context.PairingAvoidances.Remove(avoidance);

    public void Add(PairingRound round) => context.PairingRounds.Add(round);

    public void Add(PairingGroup group) => context.PairingGroups.Add(group);

    public void Add(PairingSeat seat) => context.PairingSeats.Add(seat);

    public void Remove(PairingSeat seat) => context.PairingSeats.Remove(seat);

    public async Task<PairingMember?> MemberAsync(Guid personId, CancellationToken cancellationToken) =>
        context.PairingMembers.Local.FirstOrDefault(member => member.PersonId == personId)
        ?? await context.PairingMembers.FirstOrDefaultAsync(member => member.PersonId == personId, cancellationToken);

    public async Task<IReadOnlyList<PairingParticipant>> ParticipantsAsync(CancellationToken cancellationToken)
    {
        var joined = await (
            from member in context.PairingMembers
            join person in context.People on member.PersonId equals person.Id
            where person.IsActive
            select new { member, person }).ToListAsync(cancellationToken);
        return [.. joined.Where(row => row.person.CanReceive).Select(row => new PairingParticipant(row.member, row.person))];
    }

    public async Task<IReadOnlyList<PairingAvoidance>> AvoidedByAsync(Guid personId, CancellationToken cancellationToken)
    {
        // Includes unsaved changes of this command.
        var stored = await context.PairingAvoidances.Where(avoidance => avoidance.PersonId == personId).ToListAsync(cancellationToken);
        return [.. stored.Concat(context.PairingAvoidances.Local.Where(avoidance => avoidance.PersonId == personId)).Distinct()
            .Where(avoidance => context.Entry(avoidance).State is not EntityState.Deleted)];
    }

    public async Task<IReadOnlyList<(Guid, Guid)>> AvoidancesAsync(CancellationToken cancellationToken)
    {
        var avoidances = await context.PairingAvoidances
            .AsNoTracking()
            .Select(avoidance => new { avoidance.PersonId, avoidance.AvoidedId })
            .ToListAsync(cancellationToken);
        return [.. avoidances.Select(avoidance => (avoidance.PersonId, avoidance.AvoidedId))];
    }

    public Task<bool> AvoidEachOtherAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken) =>
        context.PairingAvoidances.AnyAsync(
            avoidance => personIds.Contains(avoidance.PersonId) && personIds.Contains(avoidance.AvoidedId),
            cancellationToken);

    public Task<bool> IsPlannedAsync(DateOnly round, CancellationToken cancellationToken) =>
        context.PairingRounds.AnyAsync(planned => planned.Day == round, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> LastRoundsAsync(CancellationToken cancellationToken) =>
        await context.PairingSeats
        .GroupBy(seat => seat.PersonId).Select(seats => new { PersonId = seats.Key, Last = seats.Max(seat => seat.Round) })
        .ToDictionaryAsync(person => person.PersonId, person => person.Last, cancellationToken);

    public Task<DateOnly?> LastRoundAsync(Guid personId, CancellationToken cancellationToken) => context.PairingSeats
        .Where(seat => seat.PersonId == personId)
        .OrderByDescending(seat => seat.Round)
        .Select(seat => (DateOnly?)seat.Round)
        .FirstOrDefaultAsync(cancellationToken);

    public async Task<PairingDetails?> LastToldAsync(Guid personId, CancellationToken cancellationToken)
    {
        var groupId = await context.PairingSeats.Where(seat => seat.PersonId == personId && seat.NextStep != PairingStep.Tell)
            .OrderByDescending(seat => seat.Round).Select(seat => (Guid?)seat.GroupId).FirstOrDefaultAsync(cancellationToken);
        return groupId is { } id ? await FindAsync(id, cancellationToken) : null;
    }

    public async Task<IReadOnlyList<(Guid, Guid)>> PairsAfterAsync(DateOnly round, CancellationToken cancellationToken)
    {
        var seats = await context.PairingSeats
            .AsNoTracking()
            .Where(seat => seat.Round > round)
            .Select(seat => new { seat.GroupId, seat.PersonId })
            .ToListAsync(cancellationToken);
        return [.. seats.GroupBy(seat => seat.GroupId, seat => seat.PersonId).SelectMany(Pairs)];
    }

    public async Task<PairingDetails?> FindAsync(Guid groupId, CancellationToken cancellationToken)
    {
        if (await context.PairingGroups.FirstOrDefaultAsync(group => group.Id == groupId, cancellationToken) is not { } group)
        {
            return null;
        }

        var sitters = await (
            from seat in context.PairingSeats
            join person in context.People on seat.PersonId equals person.Id
            join joined in context.PairingMembers on seat.PersonId equals joined.PersonId into members
            from member in members.DefaultIfEmpty()
            where seat.GroupId == groupId
            orderby person.NameKey, person.Id
            select new { seat, person, member }).ToListAsync(cancellationToken);
        return new PairingDetails(group, [.. sitters.Select(row => new PairingDetails.Attendee(row.seat, row.person, row.member))]);
    }

    public Task<int> MetAsync(Guid personId, CancellationToken cancellationToken) => (
        from seat in context.PairingSeats
        join met in context.PairingGroups on seat.GroupId equals met.Id
        where seat.PersonId == personId && met.MetAt != null
        select met).CountAsync(cancellationToken);

    private static IEnumerable<(Guid, Guid)> Pairs(IEnumerable<Guid> group) =>
        group.SelectMany((one, index) => group.Skip(index + 1).Select(other => (one, other)));
}
