using System.Collections.Immutable;
using RelateBot.Bot.Slack.BlockKit;

namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/chat.update; metadata stays as it was.</summary>
public sealed record ChatUpdateRequest(string Channel, string Ts, string Text, ImmutableArray<Block> Blocks);
