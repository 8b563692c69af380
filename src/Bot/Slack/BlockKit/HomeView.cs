using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/views/home-tab-views</summary>
public sealed record HomeView(ImmutableArray<Block> Blocks)
{
    public const string TypeName = "home";

    public string Type { get; } = TypeName;
}
