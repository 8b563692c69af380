using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/views/home-tab-views</summary>
public sealed record HomeView(ImmutableArray<Block> Blocks)
{
    public const string TypeName = "home";

    public string Type { get; } = TypeName;
}

/// <summary>https://docs.slack.dev/reference/views/modal-views</summary>
public sealed record ModalView
{
    public string Type { get; } = "modal";

    public required string CallbackId { get; init; }

    public required string PrivateMetadata { get; init; }

    public required TextObject Title { get; init; }

    public required TextObject Submit { get; init; }

    public required TextObject Close { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }
}
