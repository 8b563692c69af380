namespace RelateBot.Domain.Help;

/// <summary>
/// Somebody says that they helped a colleague. It becomes help in the ledger when that colleague thanks for it, or lets it stand.
/// </summary>
public sealed class HelpClaim : IOrganisationScoped
{
    /// <summary>How long the colleague has to say otherwise.</summary>
    public static readonly TimeSpan AutoConfirmAfter = TimeSpan.FromDays(7);

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>Where it was said.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Who helped.</summary>
    public required Guid HelperId { get; init; }

    /// <summary>The helper's department on that day.</summary>
    public Guid? HelperDepartmentId { get; init; }

    /// <summary>Who was helped.</summary>
    public required Guid HelpedId { get; init; }

    /// <summary>The department, on that day, of who was helped.</summary>
    public Guid? HelpedDepartmentId { get; init; }

    /// <summary>With what, in the helper's words; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>When it was said (UTC).</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Where it was written: a platform's name.</summary>
    public required string Source { get; init; }

    /// <summary>When it was answered, or counted without an answer (UTC); null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>When it counts without an answer (UTC); null once it is settled.</summary>
    public DateTimeOffset? CountsAt { get; private set; }

    /// <summary>Changes with every write.</summary>
    public int Version { get; private set; }

    /// <summary>Starts the time in which it may be disputed.</summary>
    public void Open() => CountsAt = ClaimedAt + AutoConfirmAfter;

    /// <summary>It was answered, or its time is over.</summary>
    public void Settle(DateTimeOffset now)
    {
        SettledAt = now;
        CountsAt = null;
        Version++;
    }
}

/// <summary>What people said they helped with, in the current organisation.</summary>
public interface IHelpClaimStore
{
    /// <summary>Adds a claim to what will be committed.</summary>
    void Add(HelpClaim claim);

    /// <summary>It was disputed: nothing of it is kept.</summary>
    void Remove(HelpClaim claim);

    /// <summary>The claim with this id; changes to it will be committed. Null when there is none.</summary>
    Task<HelpClaim?> FindAsync(Guid claimId, CancellationToken cancellationToken);

    /// <summary>How many claims a person made since a moment.</summary>
    Task<int> CountByAsync(Guid helperId, DateTimeOffset since, CancellationToken cancellationToken);
}
