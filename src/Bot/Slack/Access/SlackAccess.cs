namespace RelateBot.Bot.Slack.Access;

/// <summary>The bot's access to a workspace.</summary>
/// <param name="Token">The bot token.</param>
/// <param name="IsOrgWide">True when the token is valid for every workspace of an enterprise. A channel name may then be ambiguous.</param>
public sealed record SlackAccess(string Token, bool IsOrgWide);
