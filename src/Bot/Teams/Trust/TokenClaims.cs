using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>What a good token says about whoever sent it.</summary>
/// <param name="ServiceUrl">Where the connector is that the token speaks for.</param>
/// <param name="Endorsements">The channels that the signing key may speak for.</param>
public sealed record TokenClaims(string? ServiceUrl, ImmutableArray<string> Endorsements);
