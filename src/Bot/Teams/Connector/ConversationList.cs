using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>The channels of a team; the general one has no name: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-the-list-of-channels-in-a-team</summary>
public sealed record ConversationList(ImmutableArray<ChannelData.ChannelOf>? Conversations);
