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
