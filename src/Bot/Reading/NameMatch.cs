using System.Collections.Immutable;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Reading;

/// <summary>Who is meant by a name that was typed after <c>@</c>.</summary>
/// <param name="Length">How many characters of the text the name took.</param>
/// <param name="Typed">Those characters.</param>
/// <param name="Receiver">Who it is; null when several could be meant.</param>
/// <param name="Candidates">Who could be meant; empty when it is clear.</param>
public sealed record NameMatch(int Length, string Typed, Receiver? Receiver, ImmutableArray<NamedReceiver> Candidates);
