using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Digests;

namespace RelateBot.Bot.Dashboard;

/// <summary>Whoever a session belongs to, and what they may read at this moment.</summary>
public sealed record Reader(ChatContext Context, DigestAccess Access);
