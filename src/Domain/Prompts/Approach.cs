namespace RelateBot.Domain.Prompts;

/// <summary>Something was said to somebody who had not asked for it just then.</summary>
/// <param name="Day">The day on which it came, where they lived then.</param>
/// <param name="At">When that was (UTC).</param>
public sealed record Approach(DateOnly Day, DateTimeOffset At);
