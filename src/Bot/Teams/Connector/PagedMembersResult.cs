using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#pagedmembersresult-object</summary>
public sealed record PagedMembersResult(ImmutableArray<ChannelAccount>? Members, string? ContinuationToken);
