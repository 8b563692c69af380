using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using RelateBot.Bot.Chat.Outbox;

namespace RelateBot.Bot.Playground.Api;

/// <summary>A page of a conversation, as far as one may see it.</summary>
internal static class MessagesEndpoint
{
    private const int Page = 40;

    /// <summary>
    /// The newest messages, oldest first; <paramref name="before"/>: those up to a moment, that moment's own among them, which the page may
    /// have already.
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
