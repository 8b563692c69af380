using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Chat;

/// <summary>A part of an outgoing message.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Sealed), "sealed")]
[JsonDerivedType(typeof(Small), "small")]
[JsonDerivedType(typeof(Buttons), "buttons")]
public abstract record ChatBlock
{
    private ChatBlock()
    {
    }

    /// <summary>Text to read first.</summary>
    public sealed record Paragraph(ChatText Text) : ChatBlock;

    /// <summary>Somebody's own words.</summary>
    public sealed record Quote(string Text) : ChatBlock;

    /// <summary>The reader's own words, for nobody else's eyes: sealed by <see cref="Infrastructure.Security.NoteVault"/> for a row, and opened where they are drawn.</summary>
    public sealed record Sealed(Guid Row, string Text) : ChatBlock;

    /// <summary>Text to read last: small and grey where the platform can.</summary>
    public sealed record Small(ChatText Text) : ChatBlock;

    /// <summary>A row of buttons; at most five.</summary>
    public sealed record Buttons(ImmutableArray<ChatButton> Items) : ChatBlock;
}
