using RelateBot.Domain.People;

namespace RelateBot.Domain.Exchanges;

/// <summary>Puts the entries of an act and the people in them together again.</summary>
public sealed class Acts(ILedger ledger, IDirectory directory)
{
    /// <summary>The act with this id, or null when this organisation has none.</summary>
    public async Task<Act?> FindAsync(Guid actId, CancellationToken cancellationToken)
    {
        var entries = await ledger.ActAsync(actId, cancellationToken);
        var originals = entries.Where(entry => entry.CorrectsId is null).ToList();
        if (originals.Count == 0)
        {
            return null;
        }

        var first = originals[0];
        var named = originals.Where(entry => entry.ToPersonId is not null).Select(entry => entry.ToPersonId!.Value).ToList();
        var teams = originals.Where(entry => entry.ToPersonId is null).Select(entry => entry.ToDepartmentId!.Value).ToList();
        var people = await directory.PeopleAsync([first.FromPersonId, .. named], cancellationToken);
        var departments = teams.Count == 0 ? [] : await directory.DepartmentsAsync(teams, cancellationToken);
        var members = teams.Count == 0 ? null : await directory.MembersAsync(teams, cancellationToken);
        return new Act
        {
            Id = actId,
            Kind = first.Kind,
            Giver = people.First(person => person.Id == first.FromPersonId),
            People = [.. named.Select(id => people.First(person => person.Id == id))],
            Departments = [.. teams.Select(id => departments.First(department => department.Id == id))],
            Members = Act.MembersAmong(members, first.FromPersonId, named),
            Note = first.Note,
            Values = first.Values,
            Visibility = first.Visibility,
            OccurredAt = first.OccurredAt,
            IsTakenBack = originals.TrueForAll(original => entries.Any(entry => entry.CorrectsId == original.Id)),
        };
    }
}
