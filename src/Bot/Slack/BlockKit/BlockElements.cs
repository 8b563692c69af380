using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>A button or an input: https://docs.slack.dev/reference/block-kit/block-elements</summary>
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

    /// <summary><c>primary</c> or <c>danger</c>; null for the default style.</summary>
    public string? Style { get; init; }
}

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element. The selectable days can't be limited.</summary>
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

    /// <summary>False: text such as :smile: isn't converted to emoji.</summary>
    public bool? Emoji { get; private init; }

    /// <summary>True: Slack doesn't turn text that looks like an address or a channel into a link.</summary>
    public bool? Verbatim { get; private init; }

    /// <summary>Plain text, shortened to the limit.</summary>
    public static TextObject Plain(string text, int longest) => new("plain_text", TextClipper.Clipped(text, longest)) { Emoji = false };

    /// <summary>Text in Slack's markup; see <see cref="Mrkdwn"/>.</summary>
    public static TextObject Markup(string mrkdwn) => new("mrkdwn", mrkdwn) { Verbatim = true };
}
