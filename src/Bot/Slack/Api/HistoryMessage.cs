namespace RelateBot.Bot.Slack.Api;

/// <summary>A message in a conversation's history, as far as it concerns us.</summary>
public sealed record HistoryMessage
{
    public required string Ts { get; init; }

    public MessageMetadata? Metadata { get; init; }
}
