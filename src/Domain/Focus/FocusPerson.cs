namespace RelateBot.Domain.Focus;

/// <summary>
/// Somebody whom a person would like to know better, one of five at most. It is the owner's alone: the person in it never learns of it,
/// nor does anybody else.
/// </summary>
public sealed class FocusPerson : IOrganisationScoped
{
    /// <summary>Most people of one owner.</summary>
    public const int MaxPerOwner = 5;

    /// <summary>Longest note, before it is sealed.</summary>
    public const int LongestNote = 300;

    /// <summary>Openers go from the first step, facts of the work, to the last, what matters to both.</summary>
    public const int LastStep = 4;

    /// <summary>UUIDv7. The note opens in the row of this id and nowhere else.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose five.</summary>
    public required Guid OwnerId { get; set; }

    /// <summary>Who is in it.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>1 to <see cref="MaxPerOwner"/>, each once: what makes a sixth impossible, whoever writes at the same time.</summary>
    public required int Place { get; set; }

    /// <summary>How often the owner would like to be in touch.</summary>
    public required Cadence Cadence { get; set; }

    /// <summary>The owner's note to themselves, sealed; null without one.</summary>
    public string? Note { get; set; }

    /// <summary>How deep the suggested opener goes, 1 to <see cref="LastStep"/>.</summary>
    public int Step { get; private set; } = 1;

    /// <summary>How many openers were suggested before this one.</summary>
    public int Turn { get; private set; }

    /// <summary>Since when they are in it (UTC).</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When the owner last said that they talked (UTC).</summary>
    public DateTimeOffset? TalkedAt { get; private set; }

    /// <summary>When the last exchange between the two that stands happened (UTC): a projection of the ledger.</summary>
    public DateTimeOffset? ExchangedAt { get; private set; }

    /// <summary>When it is time to be in touch (UTC), counted from the last contact; on the day of choosing nobody is behind.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>The last real contact, if any is known.</summary>
    public DateTimeOffset? ContactAt => TalkedAt > ExchangedAt || ExchangedAt is null ? TalkedAt : ExchangedAt;

    /// <summary>Takes down a change of cadence or note.</summary>
    public void Change(Cadence cadence, string? sealedNote)
    {
        Cadence = cadence;
        Note = sealedNote;
        Plan();
    }

    /// <summary>
    /// The two talked: the next opener goes one step deeper, unless <paramref name="turn"/> is an older one's. So a second tap goes no
    /// deeper.
    /// </summary>
    public void Talk(int turn, DateTimeOffset now)
    {
        Step = TryTurn(turn) ? Math.Min(Step + 1, LastStep) : Step;
        TalkedAt = now;
        Plan();
    }

    /// <summary>Another opener of the same depth. False when <paramref name="turn"/> is an older opener's.</summary>
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

    /// <summary>What the ledger says of their last exchange; null when none stands.</summary>
    public void SetLastExchange(DateTimeOffset? exchangedAt)
    {
        if (exchangedAt != ExchangedAt)
        {
            ExchangedAt = exchangedAt;
            Plan();
        }
    }

    /// <summary>Counts the time anew from the last contact.</summary>
    public void Plan()
    {
        var from = ContactAt > AddedAt ? ContactAt.Value : AddedAt;
        DueAt = Cadence switch
        {
            Cadence.Weekly => from.AddDays(7),
            Cadence.Fortnightly => from.AddDays(14),
            Cadence.Monthly => from.AddMonths(1),
            Cadence.Quarterly => from.AddMonths(3),
            _ => throw new InvalidOperationException($"Nobody knows how often {Cadence} is."),
        };
        Version++;
    }
}

/// <summary>How often somebody would like to be in touch with a person of their five.</summary>
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
