namespace RelateBot.Domain.Digests;

/// <summary>What digests keep to.</summary>
/// <param name="MinimumGroup">Smaller groups have no figures of their own.</param>
public sealed record DigestRules(int MinimumGroup)
{
    /// <summary>Every figure, of however few. For an operator who has a reason, and says so in the audit log.</summary>
    public static readonly DigestRules Unsuppressed = new(0);
}
