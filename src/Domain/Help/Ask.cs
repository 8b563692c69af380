namespace RelateBot.Domain.Help;

/// <summary>
/// A request for help. It is open, taken, solved, withdrawn or expired. Every change has a version check: when two people tap at once, the
/// second decision is made again on the new state.
/// </summary>
public sealed class Ask : IOrganisationScoped
{
    /// <summary>The longest request, in UTF-16 code units.</summary>
    public const int LongestText = 3_000;

    /// <summary>The longest topic, in UTF-16 code units.</summary>
    public const int LongestTopic = 50;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The workspace where it was written and where messages about it go.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The person who asks.</summary>
    public required Guid AskerId { get; set; }

    /// <summary>The asker's department on that day; null when they had none.</summary>
    public Guid? AskerDepartmentId { get; init; }

    /// <summary>The request in the asker's words.</summary>
    public required string Text { get; init; }

    /// <summary>The department asked, or the asked person's department on that day; null when there is none.</summary>
    public Guid? DepartmentId { get; init; }

    /// <summary>The person asked; null when no one in particular was.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The topic, lower case, without the <c>#</c>; null when there is none.</summary>
    public string? Topic { get; init; }

    /// <summary>True when it may be posted in a channel.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The last day on which help is useful, in the asker's time zone; null when there is no deadline.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The name of the platform where it was written.</summary>
    public required string Source { get; init; }

    /// <summary>The current state.</summary>
    public AskState State { get; private set; }

    /// <summary>When someone first took it (UTC); null while no one has.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When it was solved, withdrawn or expired (UTC); null while it is active.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the asker said thanks for it (UTC); null while they haven't.</summary>
    public DateTimeOffset? ThankedAt { get; private set; }

    /// <summary>The act in the ledger that records the help; null when there is none.</summary>
    public Guid? HelpActId { get; private set; }

    /// <summary>The next scheduled step.</summary>
    public AskStep NextStep { get; private set; }

    /// <summary>When the next step is due (UTC); null when there is none.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>Incremented with every write.</summary>
    public int Version { get; private set; }

    /// <summary>True while people can still help.</summary>
    public bool IsActive => State is AskState.Open or AskState.Taken;

    /// <summary>Schedules the next step (UTC).</summary>
    public void Plan(AskStep step, DateTimeOffset? at)
    {
        NextStep = step;
        NextStepAt = at;
        Version++;
    }

    /// <summary>Marks it as taken.</summary>
    public void Take(DateTimeOffset now)
    {
        State = AskState.Taken;
        TakenAt ??= now;
        Version++;
    }

    /// <summary>Reopens it because no one helps any more or it wasn't solved after all.</summary>
    /// <param name="hasHelpers">True when someone still helps, so that it counts as taken.</param>
    public void Reopen(bool hasHelpers)
    {
        State = hasHelpers ? AskState.Taken : AskState.Open;
        TakenAt = hasHelpers ? TakenAt : null;
        ClosedAt = null;
        HelpActId = null;
        Version++;
    }

    /// <summary>Closes it.</summary>
    /// <param name="state">Solved, withdrawn or expired.</param>
    /// <param name="now">The current time (UTC).</param>
    /// <param name="helpActId">The act that records the help; null when there is none.</param>
    public void Close(AskState state, DateTimeOffset now, Guid? helpActId = null)
    {
        State = state;
        ClosedAt = now;
        HelpActId = helpActId;
        Plan(AskStep.None, null);
    }

    /// <summary>Records that the asker said thanks for it.</summary>
    public void MarkThanked(DateTimeOffset now)
    {
        ThankedAt ??= now;
        Version++;
    }
}

/// <summary>The states of an ask.</summary>
public enum AskState
{
    /// <summary>No one has taken it yet.</summary>
    Open,

    /// <summary>One or more people are helping.</summary>
    Taken,

    /// <summary>It is solved. Thanks may follow.</summary>
    Solved,

    /// <summary>The asker no longer needs help.</summary>
    Withdrawn,

    /// <summary>No one took it in time.</summary>
    Expired,
}

/// <summary>A person who took an ask.</summary>
public sealed class AskHelper : IOrganisationScoped
{
    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The ask that they took.</summary>
    public required Guid AskId { get; init; }

    /// <summary>The person who took it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The helper's department on that day; null when they had none.</summary>
    public Guid? DepartmentId { get; init; }

    /// <summary>When they took it (UTC).</summary>
    public required DateTimeOffset TakenAt { get; init; }
}
