using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>An element of a card's body: https://adaptivecards.io/explorer/</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
public abstract record CardElement
{
    private CardElement()
    {
    }

    /// <summary>https://adaptivecards.io/explorer/TextBlock.html; the text is Markdown.</summary>
    public sealed record TextBlock(string Text) : CardElement
    {
        public bool Wrap { get; } = true;

        public string? Size { get; init; }

        public string? Weight { get; init; }

        public bool? IsSubtle { get; init; }

        /// <summary>A colour of the theme, not a fixed one.</summary>
        public string? Color { get; init; }

        /// <summary>heading, which screen readers announce.</summary>
        public string? Style { get; init; }
    }

    /// <summary>https://adaptivecards.io/explorer/Container.html</summary>
    public sealed record Container(ImmutableArray<CardElement> Items) : CardElement
    {
        public string? Style { get; init; }
    }

    /// <summary>https://adaptivecards.io/explorer/ActionSet.html</summary>
    public sealed record ActionSet(ImmutableArray<CardAction> Actions) : CardElement;

    /// <summary>https://adaptivecards.io/explorer/Table.html; the first row is the header.</summary>
    public sealed record Table(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) : CardElement
    {
        public bool FirstRowAsHeaders { get; } = true;
    }

    /// <summary>The relative width of a column.</summary>
    public sealed record TableColumn(int Width);

    public sealed record TableRow(ImmutableArray<TableCell> Cells)
    {
        public string Type { get; } = "TableRow";
    }

    public sealed record TableCell(ImmutableArray<CardElement> Items)
    {
        public string Type { get; } = "TableCell";
    }

    /// <summary>
    /// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards; only Teams supports it.
    /// </summary>
    public sealed record HorizontalBarChart(ImmutableArray<BarOf> Data) : CardElement
    {
        public required string Title { get; init; }

        /// <summary>The text shown where the chart isn't supported.</summary>
        public required CardElement Fallback { get; init; }
    }

    /// <summary>A bar with its label and value.</summary>
    public sealed record BarOf(string X, int Y);

    /// <summary>https://adaptivecards.io/explorer/Input.Text.html</summary>
    public sealed record TextInput(string Id) : CardElement
    {
        public required string Label { get; init; }

        public string? Placeholder { get; init; }

        public string? Value { get; init; }

        public int? MaxLength { get; init; }

        public bool? IsMultiline { get; init; }

        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }
    }

    /// <summary>https://adaptivecards.io/explorer/Input.ChoiceSet.html</summary>
    public sealed record ChoiceSet(string Id) : CardElement
    {
        public required string Label { get; init; }

        public ImmutableArray<Choice> Choices { get; init; } = [];

        /// <summary>The source of further choices while a person types.</summary>
        [JsonPropertyName("choices.data")]
        public DataQuery? ChoicesData { get; init; }

        /// <summary>The selected values, separated by commas.</summary>
        public string? Value { get; init; }

        public bool? IsMultiSelect { get; init; }

        public string? Style { get; init; }

        public string? Placeholder { get; init; }

        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }
    }

    public sealed record Choice(string Title, string Value);

    /// <summary>https://adaptivecards.io/explorer/Input.Date.html; some clients ignore its minimum and maximum.</summary>
    public sealed record DateInput(string Id) : CardElement
    {
        public required string Label { get; init; }

        public DateOnly? Value { get; init; }

        public DateOnly? Min { get; init; }

        public DateOnly? Max { get; init; }

        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }
    }

    /// <summary>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker</summary>
    public sealed record DataQuery(string Dataset)
    {
        public string Type { get; } = "Data.Query";
    }
}
