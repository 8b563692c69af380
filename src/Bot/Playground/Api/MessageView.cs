using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Api;

/// <summary>A message for the page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="In">Its conversation.</param>
/// <param name="Author">The account that wrote it; null for RelateBot.</param>
/// <param name="OnlyYou">True when only this visitor sees it.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Edited">True when it was changed after it was posted.</param>
/// <param name="Content">The text and blocks.</param>
internal sealed record MessageView(Guid Id, string In, string? Author, bool OnlyYou, DateTimeOffset At, bool Edited, ChatMessage Content)
{
    public static MessageView Of(PlaygroundMessage message, SealedTextOpener sealedText) => new(
        message.Id,
        message.Conversation,
        message.Author,
        message.VisibleTo is not null,
        message.CreatedAt,
        message.IsEdited,
        sealedText.WithOpenedText(JsonSerializer.Deserialize(message.Content, ChatJson.Readable.ChatMessage)!));
}
