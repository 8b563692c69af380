using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Imports;

/// <summary>Everybody who can stand in exchanges.csv, small enough to keep a hundred thousand people in memory.</summary>
internal sealed class PeopleByEmail
{
    private readonly Dictionary<string, Somebody> people;
    private readonly Dictionary<string, Guid> departments = new(StringComparer.Ordinal);

    private PeopleByEmail(Dictionary<string, Somebody> people, List<Department> departments)
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
                person => new Somebody(person.Id, person.DepartmentId, person.Kind is PersonKind.Bot),
                StringComparer.Ordinal),
            await context.Departments.AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>Who has this address; null when nobody has.</summary>
    public Somebody? Person(string email) => people.TryGetValue(email.ToLowerInvariant(), out var person) ? person : null;

    /// <summary>The department with this name or handle.</summary>
    public Guid? Department(string name) => departments.TryGetValue(SearchKey.Of(name), out var id) ? id : null;

    internal readonly record struct Somebody(Guid Id, Guid? DepartmentId, bool IsBot);
}
