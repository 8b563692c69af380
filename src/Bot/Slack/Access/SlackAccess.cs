namespace RelateBot.Bot.Slack.Access;

/// <summary>With what the bot acts in a workspace.</summary>
/// <param name="Token">The bot token.</param>
/// <param name="IsOrgWide">True when it is good for every workspace of an enterprise, so that a channel's name alone says little.</param>
/// <param name="EnterpriseId">The enterprise that the workspace belongs to, if any.</param>
public sealed record SlackAccess(string Token, bool IsOrgWide, string? EnterpriseId);
