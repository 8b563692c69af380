namespace RelateBot.Bot.Slack.Events;

/// <summary>https://docs.slack.dev/reference/events/app_home_opened</summary>
/// <param name="User">Who looks.</param>
/// <param name="Tab">At which tab: <c>home</c> or <c>messages</c>.</param>
public sealed record AppHomeOpenedEvent(string? User = null, string? Tab = null);
