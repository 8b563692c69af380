namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/conversations.open</summary>
public sealed record ConversationsOpenRequest(string Users);
