using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Turns what a visitor did into a request to RelateBot.</summary>
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
