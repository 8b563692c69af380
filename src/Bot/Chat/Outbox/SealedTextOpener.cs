using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>
/// Decrypts <see cref="ChatBlock.Sealed"/> text just before it is shown to its author. Don't use it for anything that is stored.
/// </summary>
public sealed class SealedTextOpener(NoteProtector noteProtector)
{
    /// <summary>Returns the message with its sealed text decrypted.</summary>
    public ChatMessage WithOpenedText(ChatMessage message) => message with { Blocks = WithOpenedText(message.Blocks) };

    /// <summary>Returns the home page with its sealed text decrypted.</summary>
    public ChatHome WithOpenedText(ChatHome home) =>
        new([.. home.Sections.Select(section => section with { Blocks = WithOpenedText(section.Blocks) })]);

    private ImmutableArray<ChatBlock> WithOpenedText(ImmutableArray<ChatBlock> blocks) => blocks.Any(block => block is ChatBlock.Sealed)
        ? [.. blocks.Select(block => block is ChatBlock.Sealed words ? WithOpenedText(words) : block)]
        : blocks;

    private ChatBlock WithOpenedText(ChatBlock.Sealed words) => noteProtector.TryUnprotect(words.Row, words.Text) is { } opened
        ? new ChatBlock.Quote(opened)
        : new ChatBlock.Small(ChatText.Of("What stood here cannot be opened any more: the key that sealed it is gone."));
}
