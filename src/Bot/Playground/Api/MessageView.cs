using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Api;

/// <summary>A message as the page has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="In">Its conversation.</param>
/// <param name="Author">The account that wrote it; null for RelateBot.</param>
/// <param name="OnlyYou">True when nobody else in the conversation sees it.</param>
/// <param name="At">When it was written.</param>
/// <param name="Edited">True once it says something else than at first.</param>
/// <param name="Content">What it says.</param>
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
