using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>A part of an outgoing message.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Sealed), "sealed")]
[JsonDerivedType(typeof(Small), "small")]
[JsonDerivedType(typeof(Buttons), "buttons")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Bars), "bars")]
public abstract record ChatBlock
{
    private ChatBlock()
    {
    }

    /// <summary>Main text.</summary>
    public sealed record Paragraph(ChatText Text) : ChatBlock;

    /// <summary>Text quoted exactly as a person wrote it.</summary>
    public sealed record Quote(string Text) : ChatBlock;

    /// <summary>
    /// The reader's own text, which no one else may see. <see cref="Infrastructure.Security.NoteProtector"/> encrypts it for one database
    /// row, and it's decrypted when the message is drawn.
    /// </summary>
    public sealed record Sealed(Guid Row, string Text) : ChatBlock;

    /// <summary>Secondary text: small and grey where the platform supports it.</summary>
    public sealed record Small(ChatText Text) : ChatBlock;

    /// <summary>
    /// A table. The first column names the row; the others hold numbers, or a word in place of one. Each row has as many cells as there are
    /// columns. <paramref name="Title"/> is the heading of the first column. At most one in a message.
    /// </summary>
    public sealed record Table(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows) : ChatBlock
    {
        /// <summary>One line of text for each row, for readers who can't see a table.</summary>
        public IEnumerable<string> Lines() => Rows.Select(row =>
            $"{row[0]}: {string.Join(
                ", ",
                Columns.Skip(1).Zip(row.Skip(1)).Where(cell => cell.Second.Length > 0).Select(cell => $"{cell.First} {cell.Second}"))}");
    }

    /// <summary>A bar chart, longest bar first. <paramref name="Title"/> says what it shows.</summary>
    public sealed record Bars(string Title, ImmutableArray<ChatBar> Items) : ChatBlock
    {
        private const int Cells = 12;

        /// <summary>
        /// One line of text for each bar, drawn with characters, for platforms without charts and for readers who can't see one.
        /// </summary>
        public IEnumerable<string> Lines()
        {
            var most = Items.Select(bar => bar.Value).DefaultIfEmpty().Max();
            return Items.Select(bar =>
                $"{new string('▰', bar.Value == 0 ? 0 : Math.Max(1, bar.Value * Cells / most))} {bar.Value:N0} {bar.Label}".TrimStart());
        }
    }

    /// <summary>A row of buttons; at most five.</summary>
    public sealed record Buttons(ImmutableArray<ChatButton> Items) : ChatBlock;
}

/// <summary>A bar of <see cref="ChatBlock.Bars"/>.</summary>
/// <param name="Label">What the bar stands for.</param>
/// <param name="Value">The length of the bar; never negative.</param>
public sealed record ChatBar(string Label, int Value);

/// <summary>A search result, which its reader may share with others.</summary>
/// <param name="Title">The name of the result.</param>
/// <param name="Text">One line below the title.</param>
/// <param name="Message">The full text. It is the same for every reader.</param>
public sealed record ChatSearchResult(string Title, string Text, ChatMessage Message);

/// <summary>A part of a <see cref="ChatHome"/>.</summary>
/// <param name="Title">The heading; at most 150 characters.</param>
/// <param name="Blocks">The content, from top to bottom.</param>
public sealed record ChatSection(string Title, ImmutableArray<ChatBlock> Blocks);
