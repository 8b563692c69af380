namespace RelateBot.Bot.Slack.Api;

public sealed record ConversationsOpenResponse : SlackResponse
{
    public Conversation? Channel { get; init; }
}
