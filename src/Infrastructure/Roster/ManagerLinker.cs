using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Links people to their managers without cycles, so that no one is their own manager, directly or indirectly.</summary>
internal sealed class ManagerLinker
{
    private readonly Dictionary<string, (Guid Id, Guid? ManagerId)> people;
    private readonly Dictionary<Guid, Guid> managers = [];

    /// <summary>Starts with the stored links. Links of the people in <paramref name="rows"/> are set again.</summary>
    public ManagerLinker(IEnumerable<(string Email, Guid Id, Guid? ManagerId)> stored, IEnumerable<Row> rows)
    {
        people = stored.ToDictionary(person => person.Email, person => (person.Id, person.ManagerId), StringComparer.Ordinal);
        var replaced = rows.Select(row => row.Email).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, person) in people.Where(person => person.Value.ManagerId is not null && !replaced.Contains(person.Key)))
        {
            managers[person.Id] = person.ManagerId!.Value;
        }
    }

    /// <summary>Links a row.</summary>
    /// <returns>The person and their new manager; null when nothing changes.</returns>
    public (Guid PersonId, Guid? ManagerId)? Link(Row row, Action<RowFault> refuse)
    {
        var (id, stored) = people[row.Email];
        var manager = Resolve(row, id, refuse);
        if (manager is not null)
        {
            managers[id] = manager.Value;
        }

        return manager == stored ? null : (id, manager);
    }

    private Guid? Resolve(Row row, Guid id, Action<RowFault> refuse)
    {
        if (row.ManagerEmail.Length == 0)
        {
            return null;
        }

        if (!people.TryGetValue(row.ManagerEmail, out var manager))
        {
            refuse(new RowFault(row.Line, $"The manager {row.ManagerEmail} isn't known. The row was imported without a manager."));
            return null;
        }

        if (manager.Id == id || ReportsTo(manager.Id, id))
        {
            refuse(new RowFault(
                row.Line,
                $"{row.Email} would be their own manager through {row.ManagerEmail}. The row was imported without one."));
            return null;
        }

        return manager.Id;
    }

    private bool ReportsTo(Guid person, Guid manager)
    {
        var seen = new HashSet<Guid>();
        while (seen.Add(person) && managers.TryGetValue(person, out person))
        {
            if (person == manager)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part of a roster row that is about the manager.</summary>
    internal sealed record Row(int Line, string Email, string ManagerEmail);
}
