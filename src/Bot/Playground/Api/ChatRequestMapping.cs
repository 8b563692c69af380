using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Maps a visitor's action to a platform-neutral request.</summary>
internal static class ChatRequestMapping
{
    public static ChatRequest ToChatRequest(this Visitor visitor, ChatInput input, Guid key, ReplyAddress replyAddress) => new()
    {
        Workspace = visitor.Workspace,
        Sender = new ChatSender(visitor.Account, visitor.Person.Name),
        Input = input,
        DeliveryKeys = [$"{visitor.Account}:{key:N}"],
        ReplyAddress = replyAddress.ToString(),
    };
}
