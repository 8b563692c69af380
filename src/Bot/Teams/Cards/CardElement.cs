using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>A part of a card's body: https://adaptivecards.io/explorer/</summary>
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

        /// <summary>A colour of the theme, never a fixed one.</summary>
        public string? Color { get; init; }

        /// <summary>heading, for screen readers.</summary>
        public string? Style { get; init; }
    }

    /// <summary>https://adaptivecards.io/explorer/Container.html</summary>
    public sealed record Container(ImmutableArray<CardElement> Items) : CardElement
    {
        public string? Style { get; init; }
    }

    /// <summary>https://adaptivecards.io/explorer/ActionSet.html</summary>
    public sealed record ActionSet(ImmutableArray<CardAction> Actions) : CardElement;

    /// <summary>https://adaptivecards.io/explorer/Table.html; its first row is the header.</summary>
    public sealed record Table(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) : CardElement
    {
        public bool FirstRowAsHeaders { get; } = true;
    }

    /// <summary>How wide a column is beside the others.</summary>
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
    /// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards; Teams alone draws it.
    /// </summary>
    public sealed record HorizontalBarChart(ImmutableArray<BarOf> Data) : CardElement
    {
        public required string Title { get; init; }

        /// <summary>What is shown where it cannot be drawn.</summary>
        public required CardElement Fallback { get; init; }
    }

    /// <summary>A bar: what it stands for, and how long it is.</summary>
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

        /// <summary>Where more choices are looked up while somebody types.</summary>
        [JsonPropertyName("choices.data")]
        public DataQuery? ChoicesData { get; init; }

        /// <summary>Values with commas between them.</summary>
        public string? Value { get; init; }

        public bool? IsMultiSelect { get; init; }

        public string? Style { get; init; }

        public string? Placeholder { get; init; }

        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }
    }

    public sealed record Choice(string Title, string Value);

    /// <summary>https://adaptivecards.io/explorer/Input.Date.html; some clients ignore its limits.</summary>
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
