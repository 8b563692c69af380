using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Something to press, choose or fill in: https://docs.slack.dev/reference/block-kit/block-elements</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(PlainTextInputElement), "plain_text_input")]
[JsonDerivedType(typeof(MultiUsersSelectElement), "multi_users_select")]
[JsonDerivedType(typeof(StaticSelectElement), "static_select")]
[JsonDerivedType(typeof(MultiStaticSelectElement), "multi_static_select")]
[JsonDerivedType(typeof(RadioButtonsElement), "radio_buttons")]
[JsonDerivedType(typeof(DatepickerElement), "datepicker")]
public abstract record BlockElement
{
    public required string ActionId { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
public sealed record ButtonElement : BlockElement
{
    public required TextObject Text { get; init; }

    public string? Value { get; init; }

    /// <summary><c>primary</c> or <c>danger</c>; null looks plain.</summary>
    public string? Style { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element; it cannot be told which days to offer.</summary>
public sealed record DatepickerElement : BlockElement
{
    public DateOnly? InitialDate { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#static_multi_select</summary>
public sealed record MultiStaticSelectElement : BlockElement
{
    public required ImmutableArray<OptionObject> Options { get; init; }

    public ImmutableArray<OptionObject>? InitialOptions { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#users_multi_select</summary>
public sealed record MultiUsersSelectElement : BlockElement
{
    public int MaxSelectedItems { get; init; }

    public ImmutableArray<string>? InitialUsers { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element</summary>
public sealed record PlainTextInputElement : BlockElement
{
    public bool Multiline { get; init; }

    public int MaxLength { get; init; }

    public string? InitialValue { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element</summary>
public sealed record RadioButtonsElement : BlockElement
{
    public required ImmutableArray<OptionObject> Options { get; init; }

    public OptionObject? InitialOption { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select</summary>
public sealed record StaticSelectElement : BlockElement
{
    public required ImmutableArray<OptionObject> Options { get; init; }

    public OptionObject? InitialOption { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/composition-objects/option-object</summary>
public sealed record OptionObject(TextObject Text, string Value);

/// <summary>https://docs.slack.dev/reference/block-kit/composition-objects/text-object</summary>
public sealed record TextObject
{
    private TextObject(string type, string text) => (Type, Text) = (type, text);

    public string Type { get; }

    public string Text { get; }

    /// <summary>False: colons stay colons.</summary>
    public bool? Emoji { get; private init; }

    /// <summary>True: Slack makes no links of words that merely look like an address or a channel.</summary>
    public bool? Verbatim { get; private init; }

    /// <summary>Words without any markup, clipped.</summary>
    public static TextObject Plain(string text, int longest) => new("plain_text", TextClipper.Clipped(text, longest)) { Emoji = false };

    /// <summary>Text that is markup already; see <see cref="Mrkdwn"/>.</summary>
    public static TextObject Markup(string mrkdwn) => new("mrkdwn", mrkdwn) { Verbatim = true };
}
