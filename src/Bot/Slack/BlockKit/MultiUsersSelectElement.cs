using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#users_multi_select</summary>
public sealed record MultiUsersSelectElement : BlockElement
{
    public int MaxSelectedItems { get; init; }

    public ImmutableArray<string>? InitialUsers { get; init; }
}
