using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>A public thank-you, as everybody could read it.</summary>
public sealed record ThankYou
{
    /// <summary>The act in the ledger.</summary>
    public required Guid ActId { get; init; }

    /// <summary>Who said it.</summary>
    public required Person From { get; init; }

    /// <summary>To whom.</summary>
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>To which departments as a team.</summary>
    public required ImmutableArray<Department> Departments { get; init; }

    /// <summary>What for.</summary>
    public required string Note { get; init; }

    /// <summary>How many said "me too".</summary>
    public required int Seconds { get; init; }
}

/// <summary>A public act of thanks that may be worth reading.</summary>
/// <param name="ActId">The act.</param>
/// <param name="FromPersonId">Who said it.</param>
/// <param name="FromDepartmentId">Their department on that day.</param>
/// <param name="ToDepartmentId">The department of who received it.</param>
/// <param name="Note">What for.</param>
/// <param name="Seconds">How many said "me too".</param>
public sealed record ThankYouRow(Guid ActId, Guid FromPersonId, Guid? FromDepartmentId, Guid? ToDepartmentId, string Note, int Seconds)
{
    private const int ShortestNote = 15;
    private const int LongestNote = 300;

    /// <summary>
    /// The ones to read: seconded first, told at some length, across departments, each by somebody else and no sentence twice.
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
