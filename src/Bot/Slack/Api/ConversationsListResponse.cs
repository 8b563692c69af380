namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/conversations.list</summary>
public sealed record ConversationsListResponse : SlackResponse
{
    public IReadOnlyList<Conversation> Channels { get; init; } = [];
}
