using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// The parameters of a new conversation:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationparameters-object
/// </summary>
public sealed record ConversationParameters
{
    public required bool IsGroup { get; init; }

    public required ChannelAccount Bot { get; init; }

    public ImmutableArray<ChannelAccount>? Members { get; init; }

    public string? TenantId { get; init; }

    public ChannelData? ChannelData { get; init; }

    /// <summary>The first message, which starts a channel's thread.</summary>
    public Activity? Activity { get; init; }
}

/// <summary>
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationresourceresponse-object
/// </summary>
public sealed record ConversationResourceResponse(string? Id, string? ActivityId);

/// <summary>
/// The channels of a team. The general channel has no name:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-the-list-of-channels-in-a-team
/// </summary>
public sealed record ConversationList(ImmutableArray<ChannelData.ChannelOf>? Conversations);

/// <summary>
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#pagedmembersresult-object
/// </summary>
public sealed record PagedMembersResult(ImmutableArray<ChannelAccount>? Members, string? ContinuationToken);

/// <summary>
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#resourceresponse-object
/// </summary>
public sealed record ResourceResponse(string? Id);

/// <summary>
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#errorresponse-object
/// </summary>
public sealed record ErrorResponse(ErrorResponse.ErrorOf? Error)
{
    public sealed record ErrorOf(string? Code, string? Message);
}
