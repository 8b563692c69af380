namespace RelateBot.Domain.Digests;

/// <summary>What a digest needs of an ask between two departments: no word of it.</summary>
/// <param name="FromId">The asker's department on that day.</param>
/// <param name="ToId">The department that was asked, or the one of the person who was.</param>
/// <param name="AskerId">Who asked.</param>
/// <param name="AskedAt">When it was asked (UTC).</param>
/// <param name="TakenAt">When somebody took it first.</param>
/// <param name="SolvedAt">When it was solved.</param>
public sealed record DigestAsk(Guid FromId, Guid ToId, Guid AskerId, DateTimeOffset AskedAt, DateTimeOffset? TakenAt, DateTimeOffset? SolvedAt);
