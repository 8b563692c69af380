namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/conversations.join</summary>
public sealed record ConversationsJoinRequest(string Channel);
