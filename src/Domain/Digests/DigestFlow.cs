using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>What went from one department, or the small ones together, to another.</summary>
/// <param name="From">The name of who helped, thanked, praised or asked.</param>
/// <param name="To">The name of who was helped, thanked, praised or asked.</param>
/// <param name="Sum">The figures; null where fewer people than the minimum stand behind them: "few".</param>
public sealed record DigestFlow(string From, string To, FlowSum? Sum);
