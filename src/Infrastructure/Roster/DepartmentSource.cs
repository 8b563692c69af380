using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Where a platform's directory keeps departments.</summary>
public abstract record DepartmentSource
{
    private DepartmentSource()
    {
    }

    /// <summary>True when a group of this handle is a department although nobody has thanked it yet.</summary>
    public bool IsDepartment(string handle) =>
        this is Groups groups && (groups.Preferred.IsEmpty || groups.RankOf(handle) < groups.Preferred.Length);

    /// <summary>Nowhere: only the roster tells.</summary>
    public sealed record Nowhere : DepartmentSource;

    /// <summary>In a field of each profile.</summary>
    public sealed record ProfileField(string Field) : DepartmentSource;

    /// <summary>
    /// In groups. Somebody in several belongs to the first of <paramref name="Preferred"/> (handles), and no other group is a department.
    /// Without any, every group is one, and the first by the alphabet wins.
    /// </summary>
    public sealed record Groups(ImmutableArray<string> Preferred) : DepartmentSource
    {
        /// <summary>The smaller, the sooner.</summary>
        public int RankOf(string handle) =>
            Preferred
                .Select((preferred, rank) => (preferred, rank))
                .Where(known => string.Equals(known.preferred, handle, StringComparison.OrdinalIgnoreCase))
                .Select(known => known.rank).FirstOrDefault(Preferred.Length);
    }
}
