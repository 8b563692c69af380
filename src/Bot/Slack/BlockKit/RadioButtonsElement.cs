using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element</summary>
public sealed record RadioButtonsElement : BlockElement
{
    public required ImmutableArray<OptionObject> Options { get; init; }

    public OptionObject? InitialOption { get; init; }
}
