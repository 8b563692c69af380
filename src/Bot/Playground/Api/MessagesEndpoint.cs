using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Api;

/// <summary>A page of a conversation, as far as one may see it.</summary>
internal static class MessagesEndpoint
{
    private const int Page = 40;

    /// <summary>The newest messages, oldest first; <paramref name="before"/>: those up to a moment, that moment's own among them, which the page may have already.</summary>
    public static async Task<Messages> HandleAsync(
        Visits visits, RelateDbContext context, SealedWords sealedWords, CancellationToken cancellationToken,
        [FromQuery(Name = "as")] string? account = null, [FromQuery(Name = "in")] string? conversation = null, DateTimeOffset? before = null)
    {
        var visitor = await visits.EnterAsync(account, cancellationToken);
        var place = visits.Conversation(visitor, conversation);
        var upTo = before ?? DateTimeOffset.MaxValue;
        var newestFirst = await context.PlaygroundMessages.AsNoTracking().SeenBy(visitor.Account)
            .Where(message => message.Conversation == place && message.CreatedAt <= upTo)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(Page + 1).ToListAsync(cancellationToken);
        return new Messages([.. newestFirst.Take(Page).Reverse().Select(message => MessageView.Of(message, sealedWords))], newestFirst.Count > Page);
    }

    internal sealed record Messages(ImmutableArray<MessageView> Items, bool More);
}
