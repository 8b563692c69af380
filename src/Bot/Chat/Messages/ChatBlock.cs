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

    /// <summary>Text to read first.</summary>
    public sealed record Paragraph(ChatText Text) : ChatBlock;

    /// <summary>Somebody's own words.</summary>
    public sealed record Quote(string Text) : ChatBlock;

    /// <summary>
    /// The reader's own words, for nobody else's eyes: sealed by <see cref="Infrastructure.Security.NoteProtector"/> for a row, and opened
    /// where they are drawn.
    /// </summary>
    public sealed record Sealed(Guid Row, string Text) : ChatBlock;

    /// <summary>Text to read last: small and grey where the platform can.</summary>
    public sealed record Small(ChatText Text) : ChatBlock;

    /// <summary>
    /// Figures in rows. The first column names the row, the others hold numbers or a word in place of one; each row has as many cells as
    /// there are columns, and the first column has no name but <paramref name="Title"/>. At most one in a message.
    /// </summary>
    public sealed record Table(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows) : ChatBlock
    {
        /// <summary>A line a row, for those who cannot see a table.</summary>
        public IEnumerable<string> Lines() => Rows.Select(row =>
            $"{row[0]}: {string.Join(
                ", ",
                Columns.Skip(1).Zip(row.Skip(1)).Where(cell => cell.Second.Length > 0).Select(cell => $"{cell.First} {cell.Second}"))}");
    }

    /// <summary>Figures as bars, the longest first. <paramref name="Title"/> says what they are.</summary>
    public sealed record Bars(string Title, ImmutableArray<ChatBar> Items) : ChatBlock
    {
        private const int Cells = 12;

        /// <summary>A line a bar, drawn with characters, for platforms that draw none and for those who cannot see one.</summary>
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

/// <summary>One bar of a <see cref="ChatBlock.Bars"/>.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">How long it is; never negative.</param>
public sealed record ChatBar(string Label, int Value);

/// <summary>Something found, which may be shown to others.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">One line below the title.</param>
/// <param name="Message">All of it; the same whoever reads it.</param>
public sealed record ChatSearchResult(string Title, string Text, ChatMessage Message);

/// <summary>A part of a <see cref="ChatHome"/>.</summary>
/// <param name="Title">Its heading; at most 150 characters.</param>
/// <param name="Blocks">What stands below, from top to bottom.</param>
public sealed record ChatSection(string Title, ImmutableArray<ChatBlock> Blocks);
