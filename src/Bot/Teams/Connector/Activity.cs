using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Teams.Cards;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// Whatever passes between a bot and its channel:
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
    public bool IsPersonal =>
        Conversation?.ConversationType is "personal" || (Conversation is { ConversationType: null, IsGroup: not true });

    /// <summary>The channel or chat, whichever thread of it.</summary>
    [JsonIgnore]
    public string? ConversationWithoutThread => WithoutThread(Conversation?.Id);

    /// <summary>The channel it is about, or else the chat it came from.</summary>
    [JsonIgnore]
    public string? Place => ChannelData?.Channel?.Id ?? ConversationWithoutThread;

    /// <summary>The id of a channel out of that of one of its threads.</summary>
    public static string? WithoutThread(string? conversation) => conversation?.Split(";messageid=", 2)[0];
}

/// <summary>
/// A card on a message, or the HTML of what somebody wrote:
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference#adaptive-card
/// </summary>
public sealed record Attachment(string ContentType, JsonElement? Content)
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public static Attachment Of(AdaptiveCard card) =>
        new(AdaptiveCardType, JsonSerializer.SerializeToElement(card, TeamsJson.Wire.AdaptiveCard));
}

/// <summary>
/// What only Teams tells:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-basics#teams-channel-data
/// </summary>
public sealed record ChannelData
{
    public TenantOf? Tenant { get; init; }

    public TeamOf? Team { get; init; }

    public ChannelOf? Channel { get; init; }

    /// <summary>Of conversationUpdate: teamMemberAdded, channelRenamed, teamDeleted …</summary>
    public string? EventType { get; init; }

    public sealed record TenantOf(string Id);

    public sealed record TeamOf(string Id, string? Name, string? AadGroupId);

    public sealed record ChannelOf(string Id, string? Name);
}

/// <summary>
/// Somebody, or the bot: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#fetch-the-roster-or-user-profile
/// </summary>
public sealed record ChannelAccount
{
    /// <summary>Teams' own id: <c>29:…</c> a person for this bot, <c>28:…</c> a bot.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The person in Microsoft Entra, the same for every bot.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The same in a roster, as some connectors have it.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Whichever of the two is there.</summary>
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
    /// <summary>A thread of a channel is <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }
}

/// <summary>
/// Something told about a message; of interest is the mention:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions
/// </summary>
public sealed record Entity
{
    public required string Type { get; init; }

    public MentionedOf? Mentioned { get; init; }

    /// <summary>As it stands in the message's text: <c>&lt;at&gt;Sue&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Who or what is mentioned.</summary>
    /// <param name="Id">As in <see cref="ChannelAccount"/>.</param>
    /// <param name="Name">As it is shown.</param>
    /// <param name="Type">Unset for people and bots; else channel, team or tag.</param>
    public sealed record MentionedOf(string Id, string? Name, string? Type);
}

/// <summary>
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#messagereaction-object
/// </summary>
public sealed record MessageReaction(string Type);
