using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select</summary>
public sealed record StaticSelectElement : BlockElement
{
    public required ImmutableArray<OptionObject> Options { get; init; }

    public OptionObject? InitialOption { get; init; }
}
