namespace RelateBot.Domain.Digests;

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

    /// <summary>The ones to read: seconded first, told at some length, across departments, each by somebody else and no sentence twice.</summary>
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
