namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/chat.delete</summary>
public sealed record ChatDeleteRequest(string Channel, string Ts);
