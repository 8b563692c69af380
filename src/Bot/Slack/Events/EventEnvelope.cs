using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Text;

namespace RelateBot.Bot.Slack.Events;

/// <summary>The outer object of an event: https://docs.slack.dev/apis/events-api#callback-field</summary>
public sealed record EventEnvelope
{
    public required string Type { get; init; }

    /// <summary>Present in url_verification.</summary>
    public string? Challenge { get; init; }

    public string? TeamId { get; init; }

    /// <summary>The workspace that received the event. In a shared channel it can differ from the one above.</summary>
    public string? ContextTeamId { get; init; }

    public string? EnterpriseId { get; init; }

    public string? ContextEnterpriseId { get; init; }

    public string? EventId { get; init; }

    /// <summary>True in a channel that is shared with another organisation.</summary>
    public bool IsExtSharedChannel { get; init; }

    /// <summary>The time of the event in Unix seconds.</summary>
    public long? EventTime { get; init; }

    /// <summary>The installations that received the event.</summary>
    public IReadOnlyList<AuthorizationOf?>? Authorizations { get; init; }

    /// <summary>True when the event is about one team's installation and not an enterprise's.</summary>
    public bool IsOfOneTeam =>
        Authorizations is { Count: > 0 } told && !told.Any(authorization => authorization is { IsEnterpriseInstall: true });

    /// <summary>The inner event. <see cref="Read"/> parses the types that are used here.</summary>
    public JsonElement Event { get; init; }

    /// <summary>Parses the inner event, or returns null when its type isn't used here.</summary>
    public object? Read() => EventType switch
    {
        "message" or "app_mention" => ReadMessage(),
        ReactionEvent.Added or ReactionEvent.Removed => Event.Deserialize(SlackJson.Requests.ReactionEvent),
        "app_home_opened" =>
            Event.Deserialize(SlackJson.Requests.AppHomeOpenedEvent) is { User: not null, Tab: "home" } opened
                && SlackId.AreValid(opened.User) ? opened : null,
        "team_join" or "user_change" or "user_profile_changed" or "subteam_created" or "subteam_updated" or "subteam_members_changed" =>
            ReadDirectory(),
        _ => null,
    };

    /// <summary>True for a change to a person or a group.</summary>
    private DirectoryEvent? ReadDirectory() =>
        Event.Deserialize(SlackJson.Wire.DirectoryEvent) is { } news && SlackId.AreValid(news.User?.Id, news.Subteam?.Id, news.SubteamId)
            ? news
            : null;

    /// <summary>
    /// Returns the message that a person wrote to the bot. Null for anything else, such as an edit, a bot's message or another channel.
    /// </summary>
    private MessageEvent? ReadMessage()
    {
        if (Event.TryGetProperty("subtype", out _))
        {
            return null;
        }

        var message = Event.Deserialize(SlackJson.Requests.MessageEvent);
        var isToBot = message is { Type: "app_mention" } or { Type: "message", ChannelType: "im" };
        return isToBot
            && message is { BotId: null, Edited: null, User: not null }
            && SlackId.AreValid(message.User, message.Channel, message.Ts, message.ThreadTs) ? message : null;
    }

    private string? EventType =>
        Event.ValueKind is JsonValueKind.Object && Event.TryGetProperty("type", out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    public sealed record AuthorizationOf(string? EnterpriseId = null, string? TeamId = null, bool IsEnterpriseInstall = false);
}

/// <summary>https://docs.slack.dev/reference/events/message.im and https://docs.slack.dev/reference/events/app_mention</summary>
public sealed record MessageEvent
{
    public required string Type { get; init; }

    public required string Channel { get; init; }

    public required string Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    public string? Text { get; init; }

    /// <summary>The rich text blocks of the message.</summary>
    [JsonConverter(typeof(RichText))]
    public IncomingText? Blocks { get; init; }

    /// <summary>The team in which it was written.</summary>
    public string? Team { get; init; }

    /// <summary>The author's team, if it differs.</summary>
    public string? UserTeam { get; init; }

    public string? SourceTeam { get; init; }

    /// <summary>Set when a bot wrote the message.</summary>
    public string? BotId { get; init; }

    public EditOf? Edited { get; init; }

    /// <summary><c>im</c> for direct messages with the bot.</summary>
    public string? ChannelType { get; init; }

    public sealed record EditOf(string? Ts = null);
}

/// <summary>https://docs.slack.dev/reference/events/reaction_added and https://docs.slack.dev/reference/events/reaction_removed</summary>
public sealed record ReactionEvent
{
    public const string Added = "reaction_added";
    public const string Removed = "reaction_removed";

    public required string Type { get; init; }

    /// <summary>The user who reacted.</summary>
    public string? User { get; init; }

    /// <summary>The emoji's name, optionally with a suffix such as <c>::skin-tone-3</c>.</summary>
    public string? Reaction { get; init; }

    /// <summary>The message's author. Missing when no account wrote it.</summary>
    public string? ItemUser { get; init; }

    public ItemOf? Item { get; init; }

    public string? EventTs { get; init; }

    /// <summary>The item with the reaction.</summary>
    /// <param name="Type">A message or a file.</param>
    /// <param name="Channel">The channel of the item.</param>
    /// <param name="Ts">The message's timestamp, which identifies it.</param>
    /// <param name="ChannelType"><c>channel</c> for a public channel.</param>
    public sealed record ItemOf(string? Type = null, string? Channel = null, string? Ts = null, string? ChannelType = null);
}

/// <summary>https://docs.slack.dev/reference/events/app_home_opened</summary>
/// <param name="User">The user who opened it.</param>
/// <param name="Tab">The tab: <c>home</c> or <c>messages</c>.</param>
public sealed record AppHomeOpenedEvent(string? User = null, string? Tab = null);

/// <summary>
/// Events about people and groups: https://docs.slack.dev/reference/events/user_change, team_join, user_profile_changed, subteam_created,
/// subteam_updated and subteam_members_changed.
/// </summary>
public sealed record DirectoryEvent
{
    public required string Type { get; init; }

    /// <summary>Present in the first three.</summary>
    public SlackUser? User { get; init; }

    /// <summary>Present in subteam_created and subteam_updated.</summary>
    public Group? Subteam { get; init; }

    /// <summary>Present in subteam_members_changed.</summary>
    public string? SubteamId { get; init; }

    public sealed record Group
    {
        public required string Id { get; init; }

        public string? Handle { get; init; }
    }
}
