namespace RelateBot.Domain.Focus;

/// <summary>
/// A person whom the owner wants to know better, at most five for each owner. Only the owner can see the list; the person on it isn't told.
/// </summary>
public sealed class FocusPerson : IOrganisationScoped
{
    /// <summary>The most people on one list.</summary>
    public const int MaxPerOwner = 5;

    /// <summary>The longest note before encryption, in characters.</summary>
    public const int LongestNote = 300;

    /// <summary>The last step of the openers. They go from the facts of work (1) to what matters to both people.</summary>
    public const int LastStep = 4;

    /// <summary>UUIDv7. The note's encryption is bound to this id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The owner of the list.</summary>
    public required Guid OwnerId { get; set; }

    /// <summary>The person on the list.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>
    /// Slot 1 to <see cref="MaxPerOwner"/>, unique for each owner. The unique index prevents a sixth person even with concurrent writes.
    /// </summary>
    public required int Place { get; set; }

    /// <summary>How often the owner wants to be in touch.</summary>
    public required Cadence Cadence { get; set; }

    /// <summary>The owner's note to themselves, encrypted; null when there is none.</summary>
    public string? Note { get; set; }

    /// <summary>The depth of the suggested opener, 1 to <see cref="LastStep"/>.</summary>
    public int Step { get; private set; } = 1;

    /// <summary>The number of openers suggested before this one.</summary>
    public int Turn { get; private set; }

    /// <summary>When the person was added (UTC).</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When the owner last said that they talked (UTC); null when they never did.</summary>
    public DateTimeOffset? TalkedAt { get; private set; }

    /// <summary>
    /// When the last exchange between the two that wasn't undone happened (UTC); null when there is none. A projection of the ledger.
    /// </summary>
    public DateTimeOffset? ExchangedAt { get; private set; }

    /// <summary>
    /// When the next contact is due (UTC), counted from the last contact or from when the person was added, whichever is later.
    /// </summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Incremented with every write.</summary>
    public int Version { get; private set; }

    /// <summary>The last contact (UTC), by conversation or exchange; null when none is known.</summary>
    public DateTimeOffset? ContactAt => TalkedAt > ExchangedAt || ExchangedAt is null ? TalkedAt : ExchangedAt;

    /// <summary>Changes the cadence and the note.</summary>
    public void Change(Cadence cadence, string? sealedNote)
    {
        Cadence = cadence;
        Note = sealedNote;
        Plan();
    }

    /// <summary>
    /// Records a conversation. The next opener goes one step deeper, unless <paramref name="turn"/> is out of date, so a double tap goes
    /// only one step.
    /// </summary>
    public void Talk(int turn, DateTimeOffset now)
    {
        Step = TryTurn(turn) ? Math.Min(Step + 1, LastStep) : Step;
        TalkedAt = now;
        Plan();
    }

    /// <summary>Suggests another opener of the same depth.</summary>
    /// <returns>False when <paramref name="turn"/> is out of date.</returns>
    public bool TryTurn(int turn)
    {
        if (turn != Turn)
        {
            return false;
        }

        Turn++;
        Version++;
        return true;
    }

    /// <summary>Sets the time of the last exchange from the ledger; null when there is none.</summary>
    public void SetLastExchange(DateTimeOffset? exchangedAt)
    {
        if (exchangedAt != ExchangedAt)
        {
            ExchangedAt = exchangedAt;
            Plan();
        }
    }

    /// <summary>Recalculates when the next contact is due.</summary>
    public void Plan()
    {
        var from = ContactAt > AddedAt ? ContactAt.Value : AddedAt;
        DueAt = Cadence switch
        {
            Cadence.Weekly => from.AddDays(7),
            Cadence.Fortnightly => from.AddDays(14),
            Cadence.Monthly => from.AddMonths(1),
            Cadence.Quarterly => from.AddMonths(3),
            _ => throw new InvalidOperationException($"The cadence {Cadence} has no interval."),
        };
        Version++;
    }
}

/// <summary>How often a person wants to be in touch with someone on their focus list.</summary>
public enum Cadence
{
    /// <summary>Every seven days.</summary>
    Weekly,

    /// <summary>Every fourteen days.</summary>
    Fortnightly,

    /// <summary>Every calendar month.</summary>
    Monthly,

    /// <summary>Every three calendar months.</summary>
    Quarterly,
}
