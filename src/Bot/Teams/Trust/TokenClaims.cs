using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Trust;

/// <summary>The claims of a valid token about its sender.</summary>
/// <param name="ServiceUrl">The service URL for which the token was issued.</param>
/// <param name="Endorsements">The channels for which the signing key is endorsed.</param>
public sealed record TokenClaims(string? ServiceUrl, ImmutableArray<string> Endorsements);
