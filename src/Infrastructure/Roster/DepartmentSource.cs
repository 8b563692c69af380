using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Where a platform's directory stores departments.</summary>
public abstract record DepartmentSource
{
    private DepartmentSource()
    {
    }

    /// <summary>True when a group with this handle is a department even before anyone thanked it.</summary>
    public bool IsDepartment(string handle) =>
        this is Groups groups && (groups.Preferred.IsEmpty || groups.RankOf(handle) < groups.Preferred.Length);

    /// <summary>The directory has no departments. They come only from the roster.</summary>
    public sealed record Nowhere : DepartmentSource;

    /// <summary>A field of each profile.</summary>
    public sealed record ProfileField(string Field) : DepartmentSource;

    /// <summary>
    /// Groups. Someone in several groups belongs to the first of <paramref name="Preferred"/> (handles), and no other group is a
    /// department. Without preferred groups, every group is a department and the first in alphabetical order wins.
    /// </summary>
    public sealed record Groups(ImmutableArray<string> Preferred) : DepartmentSource
    {
        /// <summary>The rank of a group. The lowest rank wins.</summary>
        public int RankOf(string handle) =>
            Preferred
                .Select((preferred, rank) => (preferred, rank))
                .Where(known => string.Equals(known.preferred, handle, StringComparison.OrdinalIgnoreCase))
                .Select(known => known.rank).FirstOrDefault(Preferred.Length);
    }
}
