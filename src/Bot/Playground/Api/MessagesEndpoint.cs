using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using RelateBot.Bot.Chat.Outbox;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Returns a page of the messages in a conversation that the visitor may see.</summary>
internal static class MessagesEndpoint
{
    private const int Page = 40;

    /// <summary>
    /// Returns the newest messages, oldest first. <paramref name="before"/>: only those up to this moment, including it, so the page may
    /// already have some.
    /// </summary>
    public static async Task<Messages> HandleAsync(
        VisitorResolver visitors, PlaygroundMessageStore messages, SealedTextOpener sealedText, CancellationToken cancellationToken,
        [FromQuery(Name = "as")] string? account = null, [FromQuery(Name = "in")] string? conversation = null,
            DateTimeOffset? before = null)
    {
        var visitor = await visitors.EnterAsync(account, cancellationToken);
        var place = visitors.Conversation(visitor, conversation);
        var newestFirst = await messages.PageAsync(visitor, place, before ?? DateTimeOffset.MaxValue, Page + 1, cancellationToken);
        return new Messages(
            [.. newestFirst.Take(Page).Reverse().Select(message => MessageView.Of(message, sealedText))],
            newestFirst.Count > Page);
    }

    internal sealed record Messages(ImmutableArray<MessageView> Items, bool More);
}
