namespace RelateBot.Domain.Help;

/// <summary>What people said they helped with, in the current organisation.</summary>
public interface IHelpClaims
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
