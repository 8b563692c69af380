namespace RelateBot.Bot.Slack.Api;

/// <summary>One user, or up to eight separated by commas: https://docs.slack.dev/reference/methods/conversations.open</summary>
public sealed record ConversationsOpenRequest(string Users);
