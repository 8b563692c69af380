using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>Whatever passes between a bot and its channel: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object</summary>
public sealed record Activity
{
    /// <summary>message, invoke, installationUpdate, conversationUpdate …</summary>
    public required string Type { get; init; }

    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelData? ChannelData { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>One plain sentence for notifications.</summary>
    public string? Summary { get; init; }

    public string? Locale { get; init; }

    /// <summary>The message whose card was used, or that is answered.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Of invokes: which.</summary>
    public string? Name { get; init; }

    /// <summary>Of invokes and submitted cards: what came with it.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Of installationUpdate: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; init; }

    public ImmutableArray<Entity>? Entities { get; init; }

    public ImmutableArray<Attachment>? Attachments { get; init; }

    public ImmutableArray<ChannelAccount>? MembersAdded { get; init; }

    public ImmutableArray<ChannelAccount>? MembersRemoved { get; init; }

    public ImmutableArray<MessageReaction>? ReactionsAdded { get; init; }

    public ImmutableArray<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>Whose tenant it is about.</summary>
    [JsonIgnore]
    public string? TenantId => ChannelData?.Tenant?.Id ?? Conversation?.TenantId;

    /// <summary>True for the chat of one person with the bot.</summary>
    [JsonIgnore]
    public bool IsPersonal => Conversation?.ConversationType is "personal" || (Conversation is { ConversationType: null, IsGroup: not true });

    /// <summary>The channel or chat, whichever thread of it.</summary>
    [JsonIgnore]
    public string? ConversationWithoutThread => WithoutThread(Conversation?.Id);

    /// <summary>The channel it is about, or else the chat it came from.</summary>
    [JsonIgnore]
    public string? Place => ChannelData?.Channel?.Id ?? ConversationWithoutThread;

    /// <summary>The id of a channel out of that of one of its threads.</summary>
    public static string? WithoutThread(string? conversation) => conversation?.Split(";messageid=", 2)[0];
}
