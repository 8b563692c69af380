using RelateBot.Domain.People;
using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Links people to their managers without cycles, so that no one is their own manager, directly or indirectly.</summary>
internal sealed class ManagerLinker
{
    private readonly Dictionary<string, (Guid Id, Guid? ManagerId)> people;
    private readonly ILookup<string, Guid> byName;
    private readonly Dictionary<Guid, Guid> managers = [];

    /// <summary>Starts with the stored links. Links of the people in <paramref name="rows"/> are set again.</summary>
    public ManagerLinker(IReadOnlyCollection<Known> stored, IEnumerable<Row> rows)
    {
        byName = stored.ToLookup(person => person.NameKey, person => person.Id, StringComparer.Ordinal);
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
        if (row.Manager.Length == 0)
        {
            return null;
        }

        if (Find(row.Manager) is not { } manager)
        {
            var many = byName[SearchKey.Of(row.Manager)].Count() > 1;
            refuse(new RowFault(
                row.Line,
                many
                    ? $"Several people are called {row.Manager}, so I can't tell who the manager is. The row was imported without one."
                    : $"The manager {row.Manager} isn't known. The row was imported without a manager."));
            return null;
        }

        if (manager == id || ReportsTo(manager, id))
        {
            refuse(new RowFault(
                row.Line,
                $"{row.Email} would be their own manager through {row.Manager}. The row was imported without one."));
            return null;
        }

        return manager;
    }

    /// <summary>Finds a manager by address, or by a name that only one person has.</summary>
    private Guid? Find(string manager) => people.TryGetValue(manager, out var known)
        ? known.Id
        : byName[SearchKey.Of(manager)].Take(2).ToList() is [var only] ? only : null;

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
    internal sealed record Row(int Line, string Email, string Manager);

    /// <summary>A stored person with an address.</summary>
    internal sealed record Known(string Email, string NameKey, Guid Id, Guid? ManagerId);
}
