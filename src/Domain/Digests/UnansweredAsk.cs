using RelateBot.Domain.People;

namespace RelateBot.Domain.Digests;

/// <summary>A public ask that nobody took.</summary>
/// <param name="AskedOn">The day, in the organisation's time zone.</param>
/// <param name="From">The asker's department; null when it has no figures of its own, or there is none.</param>
/// <param name="To">The department that was asked; null for the same reasons.</param>
/// <param name="Topic">The topic asked about, if there is one.</param>
/// <param name="Text">What was asked, as it stood in the channel.</param>
public sealed record UnansweredAsk(DateOnly AskedOn, Department? From, Department? To, string? Topic, string Text);
