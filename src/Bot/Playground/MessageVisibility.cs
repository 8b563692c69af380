using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>Who may see what.</summary>
internal static class MessageVisibility
{
    /// <summary>The direct messages of an account with RelateBot.</summary>
    public static string DirectMessagesOf(string account) => $"@{account}";

    /// <summary>A channel's messages are for everybody unless meant for one; direct messages are for their owner alone.</summary>
    public static bool IsVisibleTo(this PlaygroundMessage message, string account) =>
        (message.VisibleTo is null || message.VisibleTo == account)
        && (message.Conversation.StartsWith('#') || message.Conversation == DirectMessagesOf(account));

    /// <summary>The same, as a query that all three databases understand.</summary>
    public static IQueryable<PlaygroundMessage> WhereVisibleTo(this IQueryable<PlaygroundMessage> messages, string account)
    {
        var own = DirectMessagesOf(account);
        return messages.Where(message =>
            (message.VisibleTo == null || message.VisibleTo == account)
                && (EF.Functions.Like(message.Conversation, "#%") || message.Conversation == own));
    }
}
