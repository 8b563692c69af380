namespace RelateBot.Domain.Digests;

/// <summary>The privacy rules of digests.</summary>
/// <param name="MinimumGroup">The smallest group that is shown on its own, in people.</param>
public sealed record DigestRules(int MinimumGroup)
{
    /// <summary>
    /// Shows every figure, however small the group. Only for operators with a reason; its use is written to the audit log.
    /// </summary>
    public static readonly DigestRules Unsuppressed = new(0);
}
