using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Describes what a context would write about people and departments, one line each.</summary>
internal static class RosterDifference
{
    public static IReadOnlyList<string> Of(RelateDbContext context)
    {
        context.ChangeTracker.DetectChanges();
        var departments = context.Departments.Local.ToDictionary(department => department.Id, department => department.Name);
        var people = context.People.Local.ToDictionary(person => person.Id, person => person.Name);
        var lines = new List<string>();
        foreach (var entry in context.ChangeTracker.Entries<Department>().OrderBy(entry => entry.Entity.NameKey, StringComparer.Ordinal))
        {
            if (entry.State is EntityState.Added)
            {
                lines.Add($"+ department {entry.Entity.Name}");
            }
            else if (entry.Property(department => department.Name) is { IsModified: true, OriginalValue: var former })
            {
                lines.Add($"~ department {former} is renamed {entry.Entity.Name}");
            }
        }

        foreach (var entry in context.ChangeTracker.Entries<Person>().OrderBy(entry => entry.Entity.NameKey, StringComparer.Ordinal))
        {
            var person = entry.Entity;
            if (entry.State is EntityState.Added)
            {
                lines.Add($"+ {person.Name} <{person.Email}>, {Name(departments, person.DepartmentId)}");
                continue;
            }

            if (entry.Property(one => one.IsActive) is { IsModified: true, CurrentValue: false })
            {
                lines.Add($"- {person.Name} <{entry.Property(one => one.Email).OriginalValue}> is switched off");
                continue;
            }

            string?[] changes =
            [
                Change("name", entry.Property(one => one.Name), text => text),
                Change("address", entry.Property(one => one.Email), text => text ?? "none"),
                Change("department", entry.Property(one => one.DepartmentId), id => Name(departments, id)),
                Change("manager", entry.Property(one => one.ManagerId), id => Name(people, id)),
                Change("time zone", entry.Property(one => one.TimeZone), text => text ?? "none"),
                Change("language", entry.Property(one => one.Locale), text => text ?? "none"),
                Change("working hours", entry.Property(one => one.WorkingHours), text => text ?? "none"),
                Change("start date", entry.Property(one => one.StartedOn), day => day is null ? "none" : $"{day:yyyy-MM-dd}"),
                Change("active", entry.Property(one => one.IsActive), active => active ? "yes" : "no"),
            ];
            if (changes.OfType<string>().ToList() is { Count: > 0 } told)
            {
                lines.Add($"~ {person.Name} <{person.Email}>: {string.Join(", ", told)}");
            }
        }

        return lines;
    }

    private static string? Change<T>(
        string what, Microsoft.EntityFrameworkCore.ChangeTracking.PropertyEntry<Person, T> property, Func<T, string> say) =>
        property.IsModified ? $"{what} {say(property.OriginalValue)} → {say(property.CurrentValue)}" : null;

    private static string Name(Dictionary<Guid, string> names, Guid? id) =>
        id is { } known ? names.GetValueOrDefault(known, "someone else") : "none";
}
