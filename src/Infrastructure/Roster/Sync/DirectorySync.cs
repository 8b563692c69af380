using RelateBot.Domain;

namespace RelateBot.Infrastructure.Roster.Sync;

/// <summary>The progress of reading a workspace's directory, so that a restart continues from there, and who asked for it.</summary>
public sealed class DirectorySync : IOrganisationScoped
{
    public required Guid WorkspaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    public DirectoryStage Stage { get; private set; }

    /// <summary>The start of the next page; null for the first one.</summary>
    public string? Cursor { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The person who asked for it and is told the result; null for the nightly read.</summary>
    public Guid? AskedBy { get; private set; }

    public int Read { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Left { get; private set; }

    /// <summary>Until when the reading host holds the lease (UTC); null when none does.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Incremented with every write, so that two hosts can't both read.</summary>
    public int Version { get; private set; }

    public DirectoryChanges Changes => new(Read, Added, Changed, Left);

    /// <summary>Starts reading, unless a read is in progress. In that case the person who asked is told when it ends.</summary>
    /// <returns>True when it starts.</returns>
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

    /// <summary>Takes or extends the lease.</summary>
    public void Lease(DateTimeOffset until)
    {
        LeasedUntil = until;
        Version++;
    }

    /// <summary>Records that a page was saved. <paramref name="next"/> is null after the last page of a stage.</summary>
    public void Advance(string? next, DirectoryChanges changes)
    {
        var sum = Changes + changes;
        (Read, Added, Changed, Left) = (sum.Read, sum.Added, sum.Changed, sum.Left);
        Cursor = next;
        Version++;
    }

    /// <summary>Moves on from people to departments.</summary>
    public void TurnToDepartments() => (Stage, Cursor) = (DirectoryStage.Departments, null);

    /// <summary>Moves on from departments to details.</summary>
    public void TurnToDetails()
    {
        (Stage, Cursor) = (DirectoryStage.Details, null);
        Version++;
    }

    /// <summary>Ends the read: everything was read, or nothing more can be.</summary>
    public void Finish(DateTimeOffset now)
    {
        (Stage, Cursor, FinishedAt, AskedBy, LeasedUntil) = (DirectoryStage.Idle, null, now, null, null);
        Version++;
    }
}

/// <summary>The stages of reading a platform's directory.</summary>
public enum DirectoryStage
{
    /// <summary>No read is in progress.</summary>
    Idle,

    /// <summary>People, page by page.</summary>
    People,

    /// <summary>Departments, from groups.</summary>
    Departments,

    /// <summary>Details, some accounts at a time.</summary>
    Details,
}
