namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/conversations.history</summary>
public sealed record ConversationsHistoryResponse : SlackResponse
{
    public IReadOnlyList<HistoryMessage> Messages { get; init; } = [];
}
