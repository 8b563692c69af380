using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Renders a platform-neutral message as valid Block Kit blocks.</summary>
public static class BlockKitRenderer
{
    /// <summary>Renders a message. People with an account here are mentioned; others are named.</summary>
    public static SlackMessage Render(ChatMessage message, IReadOnlyDictionary<Guid, string> accounts) =>
        new(Fallback(message, accounts), Draw(message.Blocks, accounts, BlockKitLimits.Blocks, tables: 1));

    /// <summary>
    /// Renders only the blocks. Text beyond the total limit is cut. Tables beyond <paramref name="tables"/> become lines of text.
    /// </summary>
    public static ImmutableArray<Block> Draw(
        ImmutableArray<ChatBlock> neutral,
        IReadOnlyDictionary<Guid, string> accounts,
        int most,
        int tables = 0)
    {
        var left = BlockKitLimits.AllText;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var block in neutral.Take(most))
        {
            var longest = Math.Min(left, BlockKitLimits.BlockText);
            Block? drawn = block switch
            {
                ChatBlock.Paragraph { Text: var text } =>
                    RichText(new RichTextWriter(accounts, longest).Write(text).Runs, runs => new RichTextSection(runs)),
                ChatBlock.Quote { Text: var words } =>
                    RichText(new RichTextWriter(accounts, longest).Write(words).Runs, runs => new RichTextQuote(runs)),
                ChatBlock.Small { Text: var text } => Small(text, accounts, longest),
                ChatBlock.Buttons { Items: var buttons } => Actions(buttons),
                ChatBlock.Bars bars => Lines(bars.Title, bars.Lines(), accounts, longest),
                ChatBlock.Table table when tables-- > 0 => TableOf(table),
                ChatBlock.Table table => Lines(table.Title, table.Lines(), accounts, longest),
                _ => throw new InvalidOperationException($"No block for {block.GetType().Name}."),
            };
            if (drawn is not null)
            {
                blocks.Add(drawn);
                left -= LengthOf(block, longest);
            }
        }

        return blocks.ToImmutable();
    }

    /// <summary>The summary. If it equals the first paragraph, Slack shows its own names of people.</summary>
    private static string Fallback(ChatMessage message, IReadOnlyDictionary<Guid, string> accounts)
    {
        var first = message.Blocks.OfType<ChatBlock.Paragraph>().FirstOrDefault()?.Text;
        var mentioning = first is not null && first.ToPlainText() == message.Summary ? Markup(first, accounts) : null;
        return mentioning is { Length: > 0 and <= BlockKitLimits.FallbackText } ? mentioning
            : Mrkdwn.Escape(string.IsNullOrWhiteSpace(message.Summary) ? "…" : message.Summary, BlockKitLimits.FallbackText);
    }

    private static RichTextBlock? RichText(
        ImmutableArray<RichTextElement> runs,
        Func<ImmutableArray<RichTextElement>, RichTextContainer> container) =>
        runs.IsEmpty ? null : new RichTextBlock([container(runs)]);

    /// <summary>
    /// A context block can't contain rich text. Markup is used only for mentions, when the other text can't be read as markup.
    /// </summary>
    private static ContextBlock? Small(ChatText text, IReadOnlyDictionary<Guid, string> accounts, int longest)
    {
        var words = text.ToPlainText();
        if (string.IsNullOrWhiteSpace(words) || longest == 0)
        {
            return null;
        }

        var unmentioned = text.Spans.RemoveAll(span => span is ChatSpan.PersonRef person && accounts.ContainsKey(person.Id));
        if (unmentioned.Length == text.Spans.Length || !Mrkdwn.CanHold(new ChatText(unmentioned).ToPlainText()))
        {
            return new ContextBlock([TextObject.Plain(words, longest)]);
        }

        var markup = Markup(text, accounts);
        return new ContextBlock([markup.Length <= longest ? TextObject.Markup(markup) : TextObject.Plain(words, longest)]);
    }

    private static string Markup(ChatText text, IReadOnlyDictionary<Guid, string> accounts) => string.Concat(text.Spans.Select(span =>
        span is ChatSpan.PersonRef person && accounts.TryGetValue(person.Id, out var userId)
            ? Mrkdwn.Mention(userId)
            : Mrkdwn.Escape(new ChatText([span]).ToPlainText(), int.MaxValue)));

    private static RichTextBlock? Lines(string title, IEnumerable<string> lines, IReadOnlyDictionary<Guid, string> accounts, int longest) =>
        RichText(
            new RichTextWriter(accounts, longest).Write(ChatText.Of($"{ChatText.Bold(title)}\n{string.Join('\n', lines)}")).Runs,
            runs => new RichTextSection(runs));

    private static TableBlock TableOf(ChatBlock.Table table) =>
        new([.. table.Rows.Insert(0, table.Columns.SetItem(0, table.Title)).Take(BlockKitLimits.TableRows).Select(Row)])
        {
            ColumnSettings = [.. table.Columns.Take(BlockKitLimits.TableColumns).Select((_, column) => column == 0
            ? new TableBlock.ColumnSetting { IsWrapped = true } : new TableBlock.ColumnSetting { Align = "right" })],
        };

    /// <summary>Slack rejects empty cells.</summary>
    private static ImmutableArray<TableBlock.RawText> Row(ImmutableArray<string> row, int index) =>
        [.. row
            .Take(BlockKitLimits.TableColumns)
            .Select((cell, column) =>
                new TableBlock.RawText(cell.Length == 0
                    ? "–"
                    : index == 0 && column == 0 ? cell : TextClipper.Clipped(cell, BlockKitLimits.TableCell)))];

    private static ActionsBlock? Actions(ImmutableArray<ChatButton> buttons) =>
        buttons.IsEmpty ? null : new ActionsBlock([.. buttons.Take(BlockKitLimits.Buttons).Select(Button)]);

    private static ButtonElement Button(ChatButton button, int index) => new()
    {
        ActionId = SlackActionId.Of(button.Action, index),
        Text = TextObject.Plain(button.Label, BlockKitLimits.ButtonText),
        Value = button.Value.Length == 0 ? null : button.Value,
        Style = button.Look switch { ChatButtonLook.Primary => "primary", ChatButtonLook.Danger => "danger", _ => null },
    };

    private static int LengthOf(ChatBlock block, int longest) => Math.Min(longest, block switch
    {
        ChatBlock.Paragraph { Text: var text } => text.ToPlainText().Length,
        ChatBlock.Quote { Text: var words } => words.Length,
        ChatBlock.Small { Text: var text } => text.ToPlainText().Length,
        ChatBlock.Bars bars => bars.Title.Length + bars.Lines().Sum(line => line.Length + 1),
        ChatBlock.Table table =>
            table.Title.Length + table.Rows.Sum(row => row.Sum(cell => Math.Min(cell.Length, BlockKitLimits.TableCell))),
        _ => 0,
    });
}
