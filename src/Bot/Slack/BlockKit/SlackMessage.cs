using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>A rendered message. <paramref name="Text"/> is escaped, and used for notifications and screen readers.</summary>
public sealed record SlackMessage(string Text, ImmutableArray<Block> Blocks);
