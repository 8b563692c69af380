using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>Which messages an account can see.</summary>
internal static class MessageVisibility
{
    /// <summary>Returns the conversation of an account's direct messages with RelateBot.</summary>
    public static string DirectMessagesOf(string account) => $"@{account}";

    /// <summary>
    /// True when the account can see the message. Channel messages are for everyone unless they have a recipient; only the owner sees
    /// direct messages.
    /// </summary>
    public static bool IsVisibleTo(this PlaygroundMessage message, string account) =>
        (message.VisibleTo is null || message.VisibleTo == account)
        && (message.Conversation.StartsWith('#') || message.Conversation == DirectMessagesOf(account));

    /// <summary>The same rule as a query for all three databases.</summary>
    public static IQueryable<PlaygroundMessage> WhereVisibleTo(this IQueryable<PlaygroundMessage> messages, string account)
    {
        var own = DirectMessagesOf(account);
        return messages.Where(message =>
            (message.VisibleTo == null || message.VisibleTo == account)
                && (EF.Functions.Like(message.Conversation, "#%") || message.Conversation == own));
    }
}
