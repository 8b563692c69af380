namespace RelateBot.Bot.Teams.Connector;

/// <summary>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationaccount-object</summary>
public sealed record ConversationAccount
{
    /// <summary>A thread of a channel is <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }
}
