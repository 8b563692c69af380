using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>A conversation to begin: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationparameters-object</summary>
public sealed record ConversationParameters
{
    public required bool IsGroup { get; init; }

    public required ChannelAccount Bot { get; init; }

    public ImmutableArray<ChannelAccount>? Members { get; init; }

    public string? TenantId { get; init; }

    public ChannelData? ChannelData { get; init; }

    /// <summary>The first message; a channel's thread begins with it.</summary>
    public Activity? Activity { get; init; }
}
