using RelateBot.Domain.People;

namespace RelateBot.Domain.Exchanges;

/// <summary>Loads acts with their people and departments.</summary>
public sealed class ActReader(ILedger ledger, IPeopleDirectory directory)
{
    /// <summary>Finds the act with this id.</summary>
    /// <returns>Null when the current organisation has none.</returns>
    public async Task<Act?> FindAsync(Guid actId, CancellationToken cancellationToken) =>
        await PutTogetherAsync(await ledger.GetActEntriesAsync(actId, cancellationToken), cancellationToken) is [var act] ? act : null;

    /// <summary>Finds the acts with these ids.</summary>
    /// <returns>The acts in no particular order; unknown ids are left out.</returns>
    public async Task<IReadOnlyList<Act>> FindAsync(IReadOnlyCollection<Guid> actIds, CancellationToken cancellationToken) =>
        actIds.Count == 0 ? [] : await PutTogetherAsync(await ledger.GetEntriesOfActsAsync(actIds, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<Act>> PutTogetherAsync(IReadOnlyList<Exchange> entries, CancellationToken cancellationToken)
    {
        var originals = entries.Where(entry => entry.CorrectsId is null).ToList();
        if (originals.Count == 0)
        {
            return [];
        }

        var takenBack = entries.Where(entry => entry.CorrectsId is not null).Select(entry => entry.CorrectsId!.Value).ToHashSet();
        var teams = originals.Where(entry => entry.ToPersonId is null).Select(entry => entry.ToDepartmentId!.Value).ToHashSet();
        var personIds = originals
            .Select(entry => entry.FromPersonId)
            .Concat(originals.Select(entry => entry.ToPersonId).OfType<Guid>())
            .ToHashSet();
        var people = await directory.GetPeopleAsync(personIds, cancellationToken);
        var departments = teams.Count == 0 ? [] : await directory.GetDepartmentsAsync(teams, cancellationToken);
        var members = teams.Count == 0 ? null : await directory.GetMembersAsync(teams, cancellationToken);
        return [.. originals.GroupBy(entry => entry.ActId).Select(act => PutTogether([.. act], people, departments, members, takenBack))];
    }

    private static Act PutTogether(
        List<Exchange> entries,
        IReadOnlyList<Person> people,
        IReadOnlyList<Department> departments,
        ILookup<Guid, Person>? members,
        HashSet<Guid> takenBack)
    {
        var first = entries[0];
        var named = entries.Select(entry => entry.ToPersonId).OfType<Guid>().ToList();
        var teams = entries.Where(entry => entry.ToPersonId is null).Select(entry => entry.ToDepartmentId!.Value).ToList();
        return new Act
        {
            Id = first.ActId,
            Kind = first.Kind,
            Giver = people.First(person => person.Id == first.FromPersonId),
            People = [.. named.Select(id => people.First(person => person.Id == id))],
            Departments = [.. teams.Select(id => departments.First(department => department.Id == id))],
            Members = Act.MembersAmong(teams.SelectMany(team => members![team]), first.FromPersonId, named),
            Note = first.Note,
            Values = first.Values,
            Visibility = first.Visibility,
            Link = first.Link,
            OccurredAt = first.OccurredAt,
            IsTakenBack = entries.TrueForAll(entry => takenBack.Contains(entry.Id)),
        };
    }
}
