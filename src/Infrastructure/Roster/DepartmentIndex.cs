using System.Text;
using Microsoft.EntityFrameworkCore;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Finds the organisation's departments by name, and adds new ones.</summary>
internal sealed class DepartmentIndex
{
    private const int LongestHandle = 40;

    private readonly RelateDbContext context;
    private readonly Guid organisationId;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, Department> byName;
    private readonly Dictionary<string, Department> byRosterId;
    private readonly HashSet<string> handles;

    private DepartmentIndex(RelateDbContext context, Guid organisationId, TimeProvider clock, IReadOnlyCollection<Department> stored)
    {
        this.context = context;
        this.organisationId = organisationId;
        this.clock = clock;
        byName = stored.ToDictionary(department => department.NameKey, StringComparer.Ordinal);
        byRosterId = stored
            .Where(department => department.RosterId is not null)
            .ToDictionary(department => department.RosterId!, StringComparer.Ordinal);
        handles = stored.Select(department => department.HandleKey).ToHashSet(StringComparer.Ordinal);
    }

    public static async Task<DepartmentIndex> LoadAsync(
        RelateDbContext context,
        Guid organisationId,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        new(context, organisationId, clock, await context.Departments.ToListAsync(cancellationToken));

    /// <summary>
    /// Finds or adds the department of a roster row. The id comes first, so a department keeps its history when its name changes. Null when
    /// the row has no department. A name that belongs to another department is refused.
    /// </summary>
    public Department? OfRoster(string? name, string? rosterId, Action<string> refuse)
    {
        if (rosterId is not null && byRosterId.GetValueOrDefault(rosterId) is { } known)
        {
            if (name is not null && SearchKey.Of(name) != known.NameKey && !TryRename(known, name))
            {
                refuse($"There is already a department {name}, so {known.Name} keeps its name.");
            }

            return known;
        }

        if (name is null)
        {
            return null;
        }

        var department = GetOrAddManual(name);
        if (rosterId is not null && department.RosterId is null)
        {
            byRosterId[rosterId] = department;
            department.RosterId = rosterId;
        }

        return department;
    }

    /// <summary>Finds the department with this name; null when there is none.</summary>
    public Department? Find(string name) => byName.GetValueOrDefault(SearchKey.Of(name));

    /// <summary>Renames a department. Its id, handle and history stay. False when another department has the name.</summary>
    public bool TryRename(Department department, string name)
    {
        var key = SearchKey.Of(name);
        if (byName.TryGetValue(key, out var other) && other != department)
        {
            return false;
        }

        byName.Remove(department.NameKey);
        byName[key] = department;
        department.Name = name;
        department.IsNamedByHand = true;
        return true;
    }

    /// <summary>Finds or adds a department named by people. Platform directories won't change the name.</summary>
    public Department GetOrAddManual(string name)
    {
        var department = GetOrAdd(name);
        department.IsNamedByHand = true;
        return department;
    }

    /// <summary>Finds or adds the department with this name. Case and accents don't matter.</summary>
    public Department GetOrAdd(string name)
    {
        var key = SearchKey.Of(name);
        var department = byName.GetValueOrDefault(key) ?? Unnamed(HandleOf(key)) ?? Add(name.Clip(Person.LongestName), HandleOf(key));
        if (IsUnnamed(department))
        {
            department.Name = name;
        }

        return byName[key] = department;
    }

    /// <summary>True when a chat group added the department with only a handle. The roster then provides its name.</summary>
    private static bool IsUnnamed(Department department) => department.Name == department.Handle;

    private Department? Unnamed(string handle) => byName.GetValueOrDefault(handle) is { } known && IsUnnamed(known) ? known : null;

    private Department Add(string name, string handle)
    {
        var free = handle;
        for (var number = 2; !handles.Add(free); number++)
        {
            free = $"{handle}-{number}";
        }

        var department = new Department
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OrganisationId = organisationId,
            Name = name,
            Handle = free
        };
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
