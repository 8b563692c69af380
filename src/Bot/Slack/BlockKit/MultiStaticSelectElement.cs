using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#static_multi_select</summary>
public sealed record MultiStaticSelectElement : BlockElement
{
    public required ImmutableArray<OptionObject> Options { get; init; }

    public ImmutableArray<OptionObject>? InitialOptions { get; init; }
}
