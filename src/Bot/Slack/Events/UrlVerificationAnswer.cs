namespace RelateBot.Bot.Slack.Events;

/// <summary>Proves that the address is ours: https://docs.slack.dev/reference/events/url_verification</summary>
public sealed record UrlVerificationAnswer(string Challenge);
