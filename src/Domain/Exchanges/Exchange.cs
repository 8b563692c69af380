using System.Collections.Immutable;

namespace RelateBot.Domain.Exchanges;

/// <summary>
/// One entry of the ledger: somebody thanked, praised or helped one person or one department. Entries are never changed or
/// deleted; a correction is another entry that points to the one it takes back. Several receivers of one act share <see cref="ActId"/>.
/// </summary>
public sealed class Exchange : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The act this entry is part of: what one person did in one sentence.</summary>
    public required Guid ActId { get; init; }

    /// <summary>Thanks, kudos or help.</summary>
    public required ExchangeKind Kind { get; init; }

    /// <summary>Who gave it.</summary>
    public required Guid FromPersonId { get; init; }

    /// <summary>The giver's department on that day.</summary>
    public Guid? FromDepartmentId { get; init; }

    /// <summary>The receiving person; null when a department as a whole received it.</summary>
    public Guid? ToPersonId { get; init; }

    /// <summary>The receiving department, or the receiving person's department on that day.</summary>
    public Guid? ToDepartmentId { get; init; }

    /// <summary>What it was for, in the giver's words; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Company values named by <c>#tag</c>, without the sign, lower case.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>Who may read the note.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>When it happened (UTC). A correction carries the time of the entry that it takes back.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was written down (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Where it came from: a platform's name, <c>import</c> or <c>demo</c>.</summary>
    public required string Source { get; init; }

    /// <summary>True for help that its giver noted and its receiver let stand without a word.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Web address of the message that it was given for, if there is one. Only its receivers are shown it.</summary>
    public string? Link { get; init; }

    /// <summary>The entry that this one takes back; unique, so nothing is taken back twice.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>The entry that takes this one back: the same in everything but its id, its time of writing and what it points to.</summary>
    public Exchange CreateCorrection(DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = OrganisationId,
        ActId = ActId,
        Kind = Kind,
        FromPersonId = FromPersonId,
        FromDepartmentId = FromDepartmentId,
        ToPersonId = ToPersonId,
        ToDepartmentId = ToDepartmentId,
        Note = "",
        Values = Values,
        Visibility = Visibility,
        OccurredAt = OccurredAt,
        RecordedAt = now,
        Source = Source,
        IsUnconfirmed = IsUnconfirmed,
        CorrectsId = Id,
    };
}

/// <summary>What one person did for another.</summary>
public enum ExchangeKind
{
    /// <summary>Praise for something seen.</summary>
    Kudos,

    /// <summary>Thanks for something received.</summary>
    Thanks,

    /// <summary>Help given.</summary>
    Help,
}

/// <summary>Who may read an exchange's note.</summary>
public enum Visibility
{
    /// <summary>Everybody in the organisation; posted to the kudos channel.</summary>
    Public,

    /// <summary>Only those who gave and received it.</summary>
    Private,
}
