using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Playground.Api;

/// <summary>A page of a conversation, as far as one may see it.</summary>
internal static class MessagesEndpoint
{
    private const int Page = 40;

    /// <summary>The newest messages, oldest first; <paramref name="before"/>: those up to a moment, that moment's own among them, which the page may have already.</summary>
    public static async Task<Messages> HandleAsync(
        Visits visits, MessageBoard board, SealedWords sealedWords, CancellationToken cancellationToken,
        [FromQuery(Name = "as")] string? account = null, [FromQuery(Name = "in")] string? conversation = null, DateTimeOffset? before = null)
    {
        var visitor = await visits.EnterAsync(account, cancellationToken);
        var place = visits.Conversation(visitor, conversation);
        var newestFirst = await board.PageAsync(visitor, place, before ?? DateTimeOffset.MaxValue, Page + 1, cancellationToken);
        return new Messages([.. newestFirst.Take(Page).Reverse().Select(message => MessageView.Of(message, sealedWords))], newestFirst.Count > Page);
    }

    internal sealed record Messages(ImmutableArray<MessageView> Items, bool More);
}
