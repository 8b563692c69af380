using RelateBot.Domain.People;
using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Who reports to whom, put together so that nobody ends up, over however many steps, as their own manager.</summary>
internal sealed class ManagerLinker
{
    private readonly Dictionary<string, (Guid Id, Guid? ManagerId)> people;
    private readonly ILookup<string, Guid> byName;
    private readonly Dictionary<Guid, Guid> managers = [];

    /// <summary>Begins with everybody who is stored; links of the people in <paramref name="rows"/> are made anew.</summary>
    public ManagerLinker(IReadOnlyCollection<Known> stored, IEnumerable<Row> rows)
    {
        byName = stored.ToLookup(person => person.NameKey, person => person.Id, StringComparer.Ordinal);
        people = stored.ToDictionary(person => person.Email, person => (person.Id, person.ManagerId), StringComparer.Ordinal);
        var anew = rows.Select(row => row.Email).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, person) in people.Where(person => person.Value.ManagerId is not null && !anew.Contains(person.Key)))
        {
            managers[person.Id] = person.ManagerId!.Value;
        }
    }

    /// <summary>Links the row. Returns whom to change and to which manager, or null when it is stored like that.</summary>
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
                    ? $"Several people are called {row.Manager}, so I can't tell who the manager is; the row was taken without."
                    : $"The manager {row.Manager} is not known; the row was taken without."));
            return null;
        }

        if (manager == id || ReportsTo(manager, id))
        {
            refuse(new RowFault(
                row.Line,
                $"{row.Email} would be their own manager by way of {row.Manager}; the row was taken without."));
            return null;
        }

        return manager;
    }

    /// <summary>By address, or by a name that only one person has.</summary>
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

    /// <summary>What a row of the roster says about it.</summary>
    internal sealed record Row(int Line, string Email, string Manager);

    /// <summary>Somebody who is stored.</summary>
    internal sealed record Known(string Email, string NameKey, Guid Id, Guid? ManagerId);
}
