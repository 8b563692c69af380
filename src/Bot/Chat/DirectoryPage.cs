using System.Collections.Immutable;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Chat;

/// <summary>Some of the accounts of a workspace.</summary>
/// <param name="Accounts">In no particular order.</param>
/// <param name="Next">Where the next page starts; null when there is none.</param>
public sealed record DirectoryPage(ImmutableArray<AccountProfile> Accounts, string? Next);
