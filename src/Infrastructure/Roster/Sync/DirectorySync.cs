using RelateBot.Domain;

namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>
/// The reading of a workspace's directory: where it stands, so that a restart goes on from there, and who wants to hear of it.
/// </summary>
public sealed class DirectorySync : IOrganisationScoped
{
    public required Guid WorkspaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    public DirectoryStage Stage { get; private set; }

    /// <summary>Where the next page starts; null for the first.</summary>
    public string? Cursor { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Who asked for it and is told how it goes; null at night.</summary>
    public Guid? AskedBy { get; private set; }

    public int Read { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Left { get; private set; }

    /// <summary>Until when the host that reads may be at it (UTC).</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Changes with every write, so that two hosts cannot both believe they read.</summary>
    public int Version { get; private set; }

    public DirectoryChanges Changes => new(Read, Added, Changed, Left);

    /// <summary>Begins, unless it is being read: then whoever asks hears of it in the end. True when it begins.</summary>
    public bool TryBegin(DateTimeOffset now, Guid? askedBy)
    {
        AskedBy = askedBy ?? AskedBy;
        Version++;
        if (Stage is not DirectoryStage.Idle)
        {
            return false;
        }

        (Stage, Cursor, StartedAt, FinishedAt, LeasedUntil) = (DirectoryStage.People, null, now, null, null);
        (Read, Added, Changed, Left) = (0, 0, 0, 0);
        return true;
    }

    /// <summary>A host takes it, or goes on having it.</summary>
    public void Lease(DateTimeOffset until)
    {
        LeasedUntil = until;
        Version++;
    }

    /// <summary>A page has been taken down; <paramref name="next"/> is null after the last one of a stage.</summary>
    public void Advance(string? next, DirectoryChanges changes)
    {
        var sum = Changes + changes;
        (Read, Added, Changed, Left) = (sum.Read, sum.Added, sum.Changed, sum.Left);
        Cursor = next;
        Version++;
    }

    /// <summary>People are read; departments are next.</summary>
    public void TurnToDepartments() => (Stage, Cursor) = (DirectoryStage.Departments, null);

    /// <summary>Departments are read; details are next.</summary>
    public void TurnToDetails()
    {
        (Stage, Cursor) = (DirectoryStage.Details, null);
        Version++;
    }

    /// <summary>Everything is read, or nothing more can be.</summary>
    public void Finish(DateTimeOffset now)
    {
        (Stage, Cursor, FinishedAt, AskedBy, LeasedUntil) = (DirectoryStage.Idle, null, now, null, null);
        Version++;
    }
}

/// <summary>How far the reading of a platform's directory has come.</summary>
public enum DirectoryStage
{
    /// <summary>Nothing is to be read.</summary>
    Idle,

    /// <summary>People, page by page.</summary>
    People,

    /// <summary>Departments, from groups.</summary>
    Departments,

    /// <summary>What each account's own page says, some accounts at a time.</summary>
    Details,
}
