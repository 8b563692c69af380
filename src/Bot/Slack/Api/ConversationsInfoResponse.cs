namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/conversations.info</summary>
public sealed record ConversationsInfoResponse : SlackResponse
{
    public Conversation? Channel { get; init; }
}
