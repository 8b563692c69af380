using System.Collections.Immutable;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Chat;

/// <summary>Opens <see cref="ChatBlock.Sealed"/> words at the last moment, on their way to whoever wrote them. Nothing that is kept goes through here.</summary>
public sealed class SealedWords(NoteVault vault)
{
    /// <summary>The message as it is drawn.</summary>
    public ChatMessage Open(ChatMessage message) => message with { Blocks = Open(message.Blocks) };

    /// <summary>The home page as it is drawn.</summary>
    public ChatHome Open(ChatHome home) => new([.. home.Sections.Select(section => section with { Blocks = Open(section.Blocks) })]);

    private ImmutableArray<ChatBlock> Open(ImmutableArray<ChatBlock> blocks) => blocks.Any(block => block is ChatBlock.Sealed)
        ? [.. blocks.Select(block => block is ChatBlock.Sealed words ? Open(words) : block)]
        : blocks;

    private ChatBlock Open(ChatBlock.Sealed words) => vault.TryOpen(words.Row, words.Text) is { } opened
        ? new ChatBlock.Quote(opened)
        : new ChatBlock.Small(ChatText.Of("What stood here cannot be opened any more: the key that sealed it is gone."));
}
