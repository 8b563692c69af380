namespace RelateBot.TestSupport.Slack;

public sealed record SlackReaction(string Name, string UserId);
