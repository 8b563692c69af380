namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/blocks/input-block</summary>
public sealed record InputBlock : Block
{
    public required TextObject Label { get; init; }

    public required BlockElement Element { get; init; }

    public TextObject? Hint { get; init; }

    public bool Optional { get; init; }
}
