using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Teams.Cards;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// A message between a bot and its channel:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
/// </summary>
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

    /// <summary>A plain sentence for notifications.</summary>
    public string? Summary { get; init; }

    public string? Locale { get; init; }

    /// <summary>The message that is answered or whose card was used.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The name of an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>The value of an invoke or a submitted card.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The action of an installationUpdate: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; init; }

    public ImmutableArray<Entity>? Entities { get; init; }

    public ImmutableArray<Attachment>? Attachments { get; init; }

    public ImmutableArray<ChannelAccount>? MembersAdded { get; init; }

    public ImmutableArray<ChannelAccount>? MembersRemoved { get; init; }

    public ImmutableArray<MessageReaction>? ReactionsAdded { get; init; }

    public ImmutableArray<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>The tenant's id.</summary>
    [JsonIgnore]
    public string? TenantId => ChannelData?.Tenant?.Id ?? Conversation?.TenantId;

    /// <summary>True for a person's chat with the bot.</summary>
    [JsonIgnore]
    public bool IsPersonal =>
        Conversation?.ConversationType is "personal" || (Conversation is { ConversationType: null, IsGroup: not true });

    /// <summary>The channel or chat, without the thread.</summary>
    [JsonIgnore]
    public string? ConversationWithoutThread => WithoutThread(Conversation?.Id);

    /// <summary>The channel of the activity, or else its chat.</summary>
    [JsonIgnore]
    public string? Place => ChannelData?.Channel?.Id ?? ConversationWithoutThread;

    /// <summary>Returns the channel's id from the id of one of its threads.</summary>
    public static string? WithoutThread(string? conversation) => conversation?.Split(";messageid=", 2)[0];
}

/// <summary>
/// A card, or the HTML of a person's message:
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference#adaptive-card
/// </summary>
public sealed record Attachment(string ContentType, JsonElement? Content)
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public static Attachment Of(AdaptiveCard card) =>
        new(AdaptiveCardType, JsonSerializer.SerializeToElement(card, TeamsJson.Wire.AdaptiveCard));
}

/// <summary>
/// Data that only Teams adds:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-basics#teams-channel-data
/// </summary>
public sealed record ChannelData
{
    public TenantOf? Tenant { get; init; }

    public TeamOf? Team { get; init; }

    public ChannelOf? Channel { get; init; }

    /// <summary>The event of a conversationUpdate: teamMemberAdded, channelRenamed, teamDeleted …</summary>
    public string? EventType { get; init; }

    public sealed record TenantOf(string Id);

    public sealed record TeamOf(string Id, string? Name, string? AadGroupId);

    public sealed record ChannelOf(string Id, string? Name);
}

/// <summary>
/// A person or the bot: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#fetch-the-roster-or-user-profile
/// </summary>
public sealed record ChannelAccount
{
    /// <summary>Teams' own id: <c>29:…</c> for a person, different for each bot; <c>28:…</c> for a bot.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The person's id in Microsoft Entra, the same for every bot.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The same id in rosters of some connectors.</summary>
    public string? ObjectId { get; init; }

    /// <summary>The Entra id from either property.</summary>
    [JsonIgnore]
    public string? EntraId => AadObjectId ?? ObjectId;

    public string? Role { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    /// <summary>user, guest, anonymous.</summary>
    public string? UserRole { get; init; }

    public string? TenantId { get; init; }
}

/// <summary>
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationaccount-object
/// </summary>
public sealed record ConversationAccount
{
    /// <summary>A channel's thread is <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }
}

/// <summary>
/// Metadata of a message. Only mentions are used:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions
/// </summary>
public sealed record Entity
{
    public required string Type { get; init; }

    public MentionedOf? Mentioned { get; init; }

    /// <summary>The mention in the message's text: <c>&lt;at&gt;Sue&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>The mentioned person, bot, channel, team or tag.</summary>
    /// <param name="Id">The same id as in <see cref="ChannelAccount"/>.</param>
    /// <param name="Name">The displayed name.</param>
    /// <param name="Type">Null for people and bots; otherwise channel, team or tag.</param>
    public sealed record MentionedOf(string Id, string? Name, string? Type);
}

/// <summary>
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#messagereaction-object
/// </summary>
public sealed record MessageReaction(string Type);
