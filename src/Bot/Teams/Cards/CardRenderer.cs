using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>Renders platform-neutral messages as valid Adaptive Cards.</summary>
public static class CardRenderer
{
    /// <summary>
    /// Renders a message. <paramref name="accounts"/> are the Entra ids of the people it mentions; <paramref name="viewers"/> are the Teams
    /// ids of the people with their own view.
    /// </summary>
    public static AdaptiveCard Render(ChatMessage message, IReadOnlyDictionary<Guid, string> accounts, params IReadOnlyList<string> viewers)
    {
        var writer = new CardWriter(accounts);
        var rows = message.Blocks.OfType<ChatBlock.Buttons>().ToList();
        ImmutableArray<CardElement> body =
        [
            .. message.Blocks
                .Take(CardLimits.Blocks)
                .Select(block => block is ChatBlock.Buttons row && rows.IndexOf(row) >= CardLimits.Rows ? null : Draw(block, writer))
                .OfType<CardElement>(),
        ];
        var summary = Summary(message.Summary);
        return new AdaptiveCard
        {
            FallbackText = summary,
            Speak = summary,
            Refresh = message.PersonalView is { } view && viewers.Count > 0 ? Draw(view, viewers) : null,
            Body = body.IsEmpty ? [new CardElement.TextBlock("…")] : body,
            Msteams = writer.Mentions.IsEmpty ? null : new AdaptiveCard.MsTeamsOf { Entities = writer.Mentions },
        };
    }

    /// <summary>A plain sentence for notifications. Never empty.</summary>
    public static string Summary(string text) =>
        string.IsNullOrWhiteSpace(text) ? "…" : CardText.Short(CommandTextExtensions.WithoutSlashes(text), CardLimits.Summary);

    private static CardElement? Draw(ChatBlock block, CardWriter writer) => block switch
    {
        ChatBlock.Paragraph paragraph => writer.Write(paragraph.Text.WithoutSlashes()) is { } text ? new CardElement.TextBlock(text) : null,
        ChatBlock.Small small =>
            writer.Write(small.Text.WithoutSlashes()) is { } text
                ? new CardElement.TextBlock(text) { Size = "Small", IsSubtle = true }
                : null,
        ChatBlock.Quote quote =>
            writer.Write(quote.Text) is { } text
                ? new CardElement.Container([new CardElement.TextBlock(text)]) { Style = "emphasis" }
                : null,
        ChatBlock.Bars bars => Draw(bars, writer),
        ChatBlock.Table table => Draw(table, writer),
        ChatBlock.Buttons { Items: [] } => null,
        ChatBlock.Buttons buttons => new CardElement.ActionSet([.. buttons.Items.Take(CardLimits.Actions).Select(Draw)]),
        _ => throw new InvalidOperationException($"No card for {block.GetType().Name}."),
    };

    private static AdaptiveCard.RefreshOf Draw(ChatPersonalView view, IReadOnlyList<string> viewers) => new(
        new CardAction.Execute
        {
            Title = "Refresh",
            Verb = view.Action,
            Data = new CardData(new CardData.Of { Action = view.Action, Value = view.Value, IsView = true })
        },
        [.. viewers.Take(CardLimits.Viewers)]);

    private static CardElement.HorizontalBarChart? Draw(ChatBlock.Bars bars, CardWriter writer) =>
        writer.Write(ChatText.Of($"{ChatText.Bold(bars.Title)}\n{string.Join('\n', bars.Lines())}")) is { } text
        ? new CardElement.HorizontalBarChart([.. bars.Items
            .Take(CardLimits.Bars)
            .Select(bar => new CardElement.BarOf(CardText.Short(bar.Label, CardLimits.TableCell), bar.Value))])
        {
            Title = CardText.Short(bars.Title, CardLimits.Title),
            Fallback = new CardElement.TextBlock(text),
        }
        : null;

    private static CardElement.Container? Draw(ChatBlock.Table table, CardWriter writer) =>
        writer.Write(ChatText.Of($"{ChatText.Bold(table.Title)}")) is { } title
        ? new CardElement.Container(
        [
            new CardElement.TextBlock(title),
            new CardElement.Table(
                [.. table.Columns.Take(CardLimits.TableColumns).Select((_, column) => new CardElement.TableColumn(column == 0 ? 2 : 1))],
                [.. table.Rows.Insert(0, table.Columns).Take(CardLimits.TableRows).Select(row => new CardElement.TableRow(
                    [.. row
                        .Take(CardLimits.TableColumns)
                        .Select(cell =>
                            new CardElement.TableCell([new CardElement.TextBlock(writer.Write(CardText.Short(cell, CardLimits.TableCell))
                                ?? "–")]))]))]),
        ])
        : null;

    private static CardAction Draw(ChatButton button) => new CardAction.Execute
    {
        Title = CardText.Short(button.Label, CardLimits.ActionTitle),
        Verb = button.Action,
        Style = button.Look switch { ChatButtonLook.Primary => "positive", ChatButtonLook.Danger => "destructive", _ => null },
        Data = new CardData(new CardData.Of { Action = button.Action, Value = button.Value.Length == 0 ? null : button.Value }),
        AssociatedInputs = "none",
    };
}
