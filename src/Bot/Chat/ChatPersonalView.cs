using System.Collections.Immutable;

namespace RelateBot.Bot.Chat;

/// <summary>
/// A post that looks different to some of those who read it, where the platform can do that: for them it asks with this action, and
/// shows the answer in the post's place. What the post itself says is good for everybody.
/// </summary>
/// <param name="Action">As with a button.</param>
/// <param name="Value">As with a button.</param>
/// <param name="People">For whom; nobody else is asked for.</param>
public sealed record ChatPersonalView(string Action, string Value, ImmutableArray<Guid> People);
