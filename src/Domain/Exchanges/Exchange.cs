using System.Collections.Immutable;

namespace RelateBot.Domain.Exchanges;

/// <summary>
/// One entry of the ledger: someone thanked, praised or helped one person or one department. Entries are never changed or deleted. A
/// correction is a new entry that points to the one it reverses. An act with several receivers has one entry for each, with the same
/// <see cref="ActId"/>.
/// </summary>
public sealed class Exchange : IOrganisationScoped
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The act that this entry is part of: what one person did in one message.</summary>
    public required Guid ActId { get; init; }

    /// <summary>Thanks, kudos or help.</summary>
    public required ExchangeKind Kind { get; init; }

    /// <summary>The person who thanked, praised or helped.</summary>
    public required Guid FromPersonId { get; init; }

    /// <summary>The giver's department on that day; null when they had none.</summary>
    public Guid? FromDepartmentId { get; init; }

    /// <summary>The receiver; null when a department as a whole received it.</summary>
    public Guid? ToPersonId { get; init; }

    /// <summary>The receiving department, or the receiving person's department on that day.</summary>
    public Guid? ToDepartmentId { get; init; }

    /// <summary>What it was for, in the giver's words; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Company values named by <c>#tag</c>, lower case, without the <c>#</c>.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>Who may read the note.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>When it happened (UTC). A correction has the time of the entry that it reverses.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Where it comes from: a platform's name, <c>import</c> or <c>demo</c>.</summary>
    public required string Source { get; init; }

    /// <summary>True for help that the helper reported and the receiver didn't dispute in time.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Web address of the message that it was given for; null when there is none. Only its receivers can see it.</summary>
    public string? Link { get; init; }

    /// <summary>The entry that this one reverses; null when it isn't a correction. Unique, so no entry is reversed twice.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>
    /// Creates the entry that reverses this one: same content, but its own id and recording time, and a reference to this entry.
    /// </summary>
    /// <param name="now">When it is recorded (UTC).</param>
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

/// <summary>The kinds of exchanges.</summary>
public enum ExchangeKind
{
    /// <summary>Praise for something the giver noticed.</summary>
    Kudos,

    /// <summary>Thanks for something received.</summary>
    Thanks,

    /// <summary>Help given.</summary>
    Help,
}

/// <summary>Who may read an exchange's note.</summary>
public enum Visibility
{
    /// <summary>Everyone in the organisation. It is posted to the kudos channel.</summary>
    Public,

    /// <summary>Only the people who gave and received it.</summary>
    Private,
}
