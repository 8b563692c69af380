namespace RelateBot.Domain.Help;

/// <summary>
/// A request for help and its life: open, taken, solved, thanked; or withdrawn; or expired. Every change is checked against the
/// version that was read, so of two people who tap at once the second decides again on what the first one left.
/// </summary>
public sealed class Ask : IOrganisationScoped
{
    /// <summary>Longest request, in UTF-16 code units.</summary>
    public const int LongestText = 3_000;

    /// <summary>Longest topic.</summary>
    public const int LongestTopic = 50;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Where it was written, and where it is told of.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Who asks.</summary>
    public required Guid AskerId { get; set; }

    /// <summary>The asker's department on that day.</summary>
    public Guid? AskerDepartmentId { get; init; }

    /// <summary>What is asked, in the asker's words.</summary>
    public required string Text { get; init; }

    /// <summary>The department asked, or the asked person's department on that day.</summary>
    public Guid? DepartmentId { get; init; }

    /// <summary>The person asked, when it is one.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The topic asked about, lower case, without the sign.</summary>
    public string? Topic { get; init; }

    /// <summary>True when it may be read in a channel.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Until when help is of use, in the asker's time zone; null when it does not matter.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Where it was written: a platform's name.</summary>
    public required string Source { get; init; }

    /// <summary>Where it is in its life.</summary>
    public AskState State { get; private set; }

    /// <summary>When somebody took it first (UTC).</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When it was solved, withdrawn or expired (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the asker thanked for it (UTC).</summary>
    public DateTimeOffset? ThankedAt { get; private set; }

    /// <summary>The act in the ledger by which the help was recorded.</summary>
    public Guid? HelpActId { get; private set; }

    /// <summary>What happens by itself next.</summary>
    public AskStep NextStep { get; private set; }

    /// <summary>When that happens (UTC).</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>True while it can still be helped with.</summary>
    public bool IsActive => State is AskState.Open or AskState.Taken;

    /// <summary>Says what happens by itself next, and when (UTC).</summary>
    public void Plan(AskStep step, DateTimeOffset? at)
    {
        NextStep = step;
        NextStepAt = at;
        Version++;
    }

    /// <summary>Somebody helps.</summary>
    public void Take(DateTimeOffset now)
    {
        State = AskState.Taken;
        TakenAt ??= now;
        Version++;
    }

    /// <summary>Nobody helps any more, or it was not solved after all.</summary>
    public void Reopen(bool hasHelpers)
    {
        State = hasHelpers ? AskState.Taken : AskState.Open;
        TakenAt = hasHelpers ? TakenAt : null;
        ClosedAt = null;
        HelpActId = null;
        Version++;
    }

    /// <summary>It is over. <paramref name="helpActId"/>: the act by which the help was recorded, if there was any.</summary>
    public void Close(AskState state, DateTimeOffset now, Guid? helpActId = null)
    {
        State = state;
        ClosedAt = now;
        HelpActId = helpActId;
        Plan(AskStep.None, null);
    }

    /// <summary>The asker thanked for it.</summary>
    public void MarkThanked(DateTimeOffset now)
    {
        ThankedAt ??= now;
        Version++;
    }
}

/// <summary>Where an ask is in its life.</summary>
public enum AskState
{
    /// <summary>Nobody has taken it yet.</summary>
    Open,

    /// <summary>One or several people help.</summary>
    Taken,

    /// <summary>It is solved; thanks may follow.</summary>
    Solved,

    /// <summary>The asker no longer needs it.</summary>
    Withdrawn,

    /// <summary>Nobody took it in time.</summary>
    Expired,
}

/// <summary>Somebody who took an ask.</summary>
public sealed class AskHelper : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>What they took.</summary>
    public required Guid AskId { get; init; }

    /// <summary>Who took it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Their department on that day.</summary>
    public Guid? DepartmentId { get; init; }

    /// <summary>When they took it (UTC).</summary>
    public required DateTimeOffset TakenAt { get; init; }
}
