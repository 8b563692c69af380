namespace RelateBot.Bot.Chat;

/// <summary>Where a platform keeps a message that was sent.</summary>
/// <param name="Conversation">The platform's conversation id.</param>
/// <param name="Id">The platform's message id within it; empty where a message cannot be changed later.</param>
public sealed record SentMessage(string Conversation, string Id);
