using System.Text;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.Digests;

namespace RelateBot.Bot.Cli.Digests;

/// <summary>Writes a digest as text for people: the same words as in the chat, with the table in columns.</summary>
internal static class DigestText
{
    public static string Write(Digest digest)
    {
        var text = new StringBuilder();
        foreach (var block in DigestMessages.Whole(digest))
        {
            foreach (var line in Lines(block))
            {
                text.AppendLine(line.Printable());
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(ChatBlock block) => block switch
    {
        ChatBlock.Paragraph { Text: var words } => [words.ToPlainText()],
        ChatBlock.Small { Text: var words } => [words.ToPlainText()],
        ChatBlock.Quote { Text: var words } => words.Split('\n').Select(line => $"  {line}"),
        ChatBlock.Bars bars => bars.Lines().Prepend(bars.Title),
        ChatBlock.Table table => Columns(table).Prepend(table.Title),
        _ => [],
    };

    private static IEnumerable<string> Columns(ChatBlock.Table table)
    {
        var rows = table.Rows.Insert(0, table.Columns);
        var widths = table.Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row =>
            string
                .Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))
                .TrimEnd());
    }
}
