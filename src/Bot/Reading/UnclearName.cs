using System.Collections.Immutable;

namespace RelateBot.Bot.Reading;

/// <summary>A typed name that several answer to.</summary>
public sealed record UnclearName(string Typed, ImmutableArray<NamedReceiver> Candidates);
