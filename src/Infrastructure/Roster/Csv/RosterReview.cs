using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Compares a roster with the stored data before anything is written: missing people, and departments that look renamed.</summary>
internal sealed class RosterReview
{
    // Two people who move together may be a coincidence.
    private const int FewestMoved = 3;

    private readonly RosterContent content;
    private readonly List<Person> people;
    private readonly Dictionary<Guid, RosterRow> rows;

    private RosterReview(RosterContent content, List<Person> people, Dictionary<Guid, RosterRow> rows)
    {
        this.content = content;
        this.people = people;
        this.rows = rows;
    }

    /// <summary>The number of active colleagues who were in an earlier roster.</summary>
    public int Known => people.Count;

    /// <summary>The ones who are missing from this file.</summary>
    public IEnumerable<Person> Missing => people.Where(person => !rows.ContainsKey(person.Id));

    public static async Task<RosterReview> ReadAsync(
        RelateDbContext context, RosterContent content, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stored = await context.People.AsNoTracking()
            .Where(person => person.IsActive && person.Kind == PersonKind.Colleague)
            .ToListAsync(cancellationToken);
        var matched = new Dictionary<Guid, RosterRow>();
        foreach (var batch in content.Rows.Chunk(Imports.ImportBatchWriter.Size))
        {
            var accounts = await RosterAccountIndex.LoadAsync(context, batch, clock, cancellationToken);
            var known = await RosterPeople.LoadAsync(context, content, batch, accounts, cancellationToken);
            foreach (var row in batch)
            {
                foreach (var person in known.Find(row))
                {
                    matched[person.Id] = row;
                }
            }
        }

        return new RosterReview(content, stored.FindAll(person => person.SetByHand.HasFlag(PersonFields.Name)), matched);
    }

    /// <summary>
    /// Departments that are missing from the file while most of their people, and their head, are in the same new department. Each comes
    /// with its likely new name.
    /// </summary>
    public IEnumerable<(Department Department, string NewName, int Moved, int Of)> LikelyRenames(
        IReadOnlyCollection<Department> departments)
    {
        var members = people.Where(person => person.DepartmentId is not null).ToLookup(person => person.DepartmentId!.Value);
        foreach (var department in departments.Where(IsGone))
        {
            var there = members[department.Id].Where(person => rows.TryGetValue(person.Id, out var row) && !row.HasLeft).ToList();
            var largest = there.GroupBy(person => SearchKey.Of(rows[person.Id].Department ?? ""), StringComparer.Ordinal)
                .OrderByDescending(together => together.Count())
                .FirstOrDefault(together => together.Key.Length > 0);
            if (largest is null
                || largest.Count() < FewestMoved
                || largest.Count() * 2 <= there.Count
                || departments.Any(known => known.NameKey == largest.Key)
                || (there.Find(person => person.Id == department.HeadId) is { } head && !largest.Contains(head)))
            {
                continue;
            }

            yield return (department, rows[largest.First().Id].Department!, largest.Count(), there.Count);
        }
    }

    private bool IsGone(Department department) =>
        !content.DepartmentKeys.Contains(department.NameKey)
        && !(department.RosterId is { } id && content.DepartmentIds.Contains(id));
}
