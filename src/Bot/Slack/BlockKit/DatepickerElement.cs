namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element; it cannot be told which days to offer.</summary>
public sealed record DatepickerElement : BlockElement
{
    public DateOnly? InitialDate { get; init; }
}
