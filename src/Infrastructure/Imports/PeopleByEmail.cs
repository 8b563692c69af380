using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Imports;

/// <summary>The people and departments that exchanges.csv can name. Compact, so that a hundred thousand people fit in memory.</summary>
internal sealed class PeopleByEmail
{
    private readonly Dictionary<string, KnownPerson> people;
    private readonly Dictionary<string, Guid> departments = new(StringComparer.Ordinal);

    private PeopleByEmail(Dictionary<string, KnownPerson> people, List<Department> departments)
    {
        this.people = people;
        departments.ForEach(department => this.departments[department.HandleKey] = department.Id);
        departments.ForEach(department => this.departments[department.NameKey] = department.Id);
    }

    public static async Task<PeopleByEmail> ReadAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        var stored = await context.People.Where(person => person.Email != null)
            .Select(person => new { Email = person.Email!, person.Id, person.DepartmentId, person.Kind }).ToListAsync(cancellationToken);
        return new PeopleByEmail(
            stored.ToDictionary(
                person => person.Email,
                person => new KnownPerson(person.Id, person.DepartmentId, person.Kind is PersonKind.Bot),
                StringComparer.Ordinal),
            await context.Departments.AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>Finds the person with this e-mail address.</summary>
    /// <returns>Null when there is none.</returns>
    public KnownPerson? Person(string email) => people.TryGetValue(email.ToLowerInvariant(), out var person) ? person : null;

    /// <summary>Finds the department with this name or handle.</summary>
    /// <returns>Null when there is none.</returns>
    public Guid? Department(string name) => departments.TryGetValue(SearchKey.Of(name), out var id) ? id : null;

    internal readonly record struct KnownPerson(Guid Id, Guid? DepartmentId, bool IsBot);
}
