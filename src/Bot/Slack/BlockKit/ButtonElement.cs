namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
public sealed record ButtonElement : BlockElement
{
    public required TextObject Text { get; init; }

    public string? Value { get; init; }

    /// <summary><c>primary</c> or <c>danger</c>; null looks plain.</summary>
    public string? Style { get; init; }
}
