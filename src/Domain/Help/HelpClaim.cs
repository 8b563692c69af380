namespace RelateBot.Domain.Help;

/// <summary>
/// Help that a person says they gave to a colleague. It becomes help in the ledger when that colleague confirms it or doesn't dispute it in
/// time.
/// </summary>
public sealed class HelpClaim : IOrganisationScoped
{
    /// <summary>How long the colleague has to dispute it.</summary>
    public static readonly TimeSpan AutoConfirmAfter = TimeSpan.FromDays(7);

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid OrganisationId { get; init; }

    /// <summary>The workspace where it was reported.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The person who helped.</summary>
    public required Guid HelperId { get; init; }

    /// <summary>The helper's department on that day; null when they had none.</summary>
    public Guid? HelperDepartmentId { get; init; }

    /// <summary>The person who was helped.</summary>
    public required Guid HelpedId { get; init; }

    /// <summary>The department, on that day, of the person who was helped; null when they had none.</summary>
    public Guid? HelpedDepartmentId { get; init; }

    /// <summary>What the help was, in the helper's words; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>When it was reported (UTC).</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>The name of the platform where it was written.</summary>
    public required string Source { get; init; }

    /// <summary>When it was confirmed, or counted without an answer (UTC); null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>When it counts without an answer (UTC); null once it is settled.</summary>
    public DateTimeOffset? CountsAt { get; private set; }

    /// <summary>Incremented with every write.</summary>
    public int Version { get; private set; }

    /// <summary>Starts the period in which it can be disputed.</summary>
    public void Open() => CountsAt = ClaimedAt + AutoConfirmAfter;

    /// <summary>Marks it as confirmed, or as counted without an answer.</summary>
    public void Settle(DateTimeOffset now)
    {
        SettledAt = now;
        CountsAt = null;
        Version++;
    }
}

/// <summary>The help claims of the current organisation.</summary>
public interface IHelpClaimStore
{
    /// <summary>Adds a claim, which is saved on commit.</summary>
    void Add(HelpClaim claim);

    /// <summary>Deletes a disputed claim.</summary>
    void Remove(HelpClaim claim);

    /// <summary>Finds the claim with this id. Changes to it are saved on commit.</summary>
    /// <returns>Null when there is none.</returns>
    Task<HelpClaim?> FindAsync(Guid claimId, CancellationToken cancellationToken);

    /// <summary>Returns how many claims a person made since a moment (UTC).</summary>
    Task<int> CountByAsync(Guid helperId, DateTimeOffset since, CancellationToken cancellationToken);
}
