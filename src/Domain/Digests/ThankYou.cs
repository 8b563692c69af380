using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>A public thank-you.</summary>
public sealed record ThankYou
{
    /// <summary>The id of the act in the ledger.</summary>
    public required Guid ActId { get; init; }

    /// <summary>The person who said thanks.</summary>
    public required Person From { get; init; }

    /// <summary>The people who were thanked.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>The departments that were thanked as teams.</summary>
    public required ImmutableArray<Department> Departments { get; init; }

    /// <summary>What the thanks were for.</summary>
    public required string Note { get; init; }

    /// <summary>The number of people who said "me too".</summary>
    public required int Seconds { get; init; }
}

/// <summary>A public act of thanks that a digest may quote.</summary>
/// <param name="ActId">The id of the act in the ledger.</param>
/// <param name="FromPersonId">The person who said thanks.</param>
/// <param name="FromDepartmentId">Their department on that day.</param>
/// <param name="ToDepartmentId">The receiver's department on that day.</param>
/// <param name="Note">What the thanks were for.</param>
/// <param name="Seconds">The number of people who said "me too".</param>
public sealed record ThankYouRow(Guid ActId, Guid FromPersonId, Guid? FromDepartmentId, Guid? ToDepartmentId, string Note, int Seconds)
{
    private const int ShortestNote = 15;
    private const int LongestNote = 300;

    /// <summary>
    /// Picks the best ones: most seconded first, then across departments, then longer notes. Each giver and each note appears once.
    /// </summary>
    public static IReadOnlyList<ThankYouRow> Best(IEnumerable<ThankYouRow> rows, int most) =>
    [
        .. rows.Where(row => row.Note.Length is >= ShortestNote and <= LongestNote)
            .OrderByDescending(row => row.Seconds)
            .ThenByDescending(row => row.FromDepartmentId != row.ToDepartmentId)
            .ThenByDescending(row => row.Note.Length)
            .ThenBy(row => row.ActId)
            .DistinctBy(row => row.ActId).DistinctBy(row => row.FromPersonId).DistinctBy(row => row.Note, StringComparer.OrdinalIgnoreCase)
            .Take(most),
    ];
}
