using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>What a message shows. <paramref name="Text"/> is for notifications and screen readers, and escaped.</summary>
public sealed record SlackMessage(string Text, ImmutableArray<Block> Blocks);
