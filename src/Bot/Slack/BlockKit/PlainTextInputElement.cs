namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element</summary>
public sealed record PlainTextInputElement : BlockElement
{
    public bool Multiline { get; init; }

    public int MaxLength { get; init; }

    public string? InitialValue { get; init; }
}
