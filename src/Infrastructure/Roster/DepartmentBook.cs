using System.Text;
using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>The departments of the organisation by name; a name that is new becomes a department.</summary>
internal sealed class DepartmentBook
{
    private const int LongestHandle = 40;

    private readonly RelateDbContext context;
    private readonly Organisation organisation;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, Department> byName;
    private readonly HashSet<string> handles;

    private DepartmentBook(RelateDbContext context, Organisation organisation, TimeProvider clock, IReadOnlyCollection<Department> stored)
    {
        this.context = context;
        this.organisation = organisation;
        this.clock = clock;
        byName = stored.ToDictionary(department => department.NameKey, StringComparer.Ordinal);
        handles = stored.Select(department => department.HandleKey).ToHashSet(StringComparer.Ordinal);
    }

    public static async Task<DepartmentBook> OpenAsync(RelateDbContext context, Organisation organisation, TimeProvider clock, CancellationToken cancellationToken) =>
        new(context, organisation, clock, await context.Departments.ToListAsync(cancellationToken));

    /// <summary>The department of this name, in whatever case and accents it is written.</summary>
    public Department Named(string name)
    {
        var key = SearchKey.Of(name);
        if (!byName.TryGetValue(key, out var department))
        {
            department = Unnamed(HandleOf(key)) ?? Add(name, HandleOf(key));
            department.Name = name;
            byName[key] = department;
        }

        return department;
    }

    /// <summary>One that a chat group brought along under its handle alone; the roster is the first to know its name.</summary>
    private Department? Unnamed(string handle) => byName.GetValueOrDefault(handle) is { } known && known.Name == known.Handle ? known : null;

    private Department Add(string name, string handle)
    {
        var free = handle;
        for (var number = 2; !handles.Add(free); number++)
        {
            free = $"{handle}-{number}";
        }

        var department = new Department { Id = Guid.CreateVersion7(clock.GetUtcNow()), OrganisationId = organisation.Id, Name = name, Handle = free };
        context.Departments.Add(department);
        return department;
    }

    private static string HandleOf(string key)
    {
        var handle = new StringBuilder(key.Length);
        foreach (var c in key)
        {
            if (char.IsLetterOrDigit(c))
            {
                handle.Append(c);
            }
            else if (handle.Length > 0 && handle[^1] != '-')
            {
                handle.Append('-');
            }
        }

        var trimmed = handle.ToString(0, Math.Min(handle.Length, LongestHandle)).Trim('-');
        return trimmed.Length > 0 ? trimmed : "department";
    }
}
