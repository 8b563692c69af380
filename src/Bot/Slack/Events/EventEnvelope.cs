using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Text;

namespace RelateBot.Bot.Slack.Events;

/// <summary>What the Events API sends: https://docs.slack.dev/apis/events-api#callback-field</summary>
public sealed record EventEnvelope
{
    public required string Type { get; init; }

    /// <summary>Of url_verification.</summary>
    public string? Challenge { get; init; }

    public string? TeamId { get; init; }

    /// <summary>The workspace through which the app hears of it; of a channel shared between two, not always the one above.</summary>
    public string? ContextTeamId { get; init; }

    public string? EnterpriseId { get; init; }

    public string? ContextEnterpriseId { get; init; }

    public string? EventId { get; init; }

    /// <summary>True in a channel that is shared with another organisation.</summary>
    public bool IsExtSharedChannel { get; init; }

    /// <summary>When it happened, in Unix seconds.</summary>
    public long? EventTime { get; init; }

    /// <summary>For whom the app hears of it.</summary>
    public IReadOnlyList<AuthorizationOf?>? Authorizations { get; init; }

    /// <summary>True when Slack says that it is about a single team's installation and not about an enterprise's.</summary>
    public bool IsOfOneTeam =>
        Authorizations is { Count: > 0 } told && !told.Any(authorization => authorization is { IsEnterpriseInstall: true });

    /// <summary>Its shape depends on its type; <see cref="Read"/> knows the ones that matter here.</summary>
    public JsonElement Event { get; init; }

    /// <summary>The event in its own shape, or null when it does not matter here.</summary>
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

    /// <summary>News of a person or a group.</summary>
    private DirectoryEvent? ReadDirectory() =>
        Event.Deserialize(SlackJson.Wire.DirectoryEvent) is { } news && SlackId.AreValid(news.User?.Id, news.Subteam?.Id, news.SubteamId)
            ? news
            : null;

    /// <summary>What a person wrote to the bot, or null when it is something else: an edit, another program, another channel.</summary>
    private MessageEvent? ReadMessage()
    {
        // What somebody writes with a file, by /me, or from a thread to all. The others are news of messages: edited, unfurled, deleted.
        if (Event.TryGetProperty("subtype", out var subtype)
            && !(subtype.ValueKind is JsonValueKind.String && subtype.GetString() is "file_share" or "me_message" or "thread_broadcast"))
        {
            return null;
        }

        var message = Event.Deserialize(SlackJson.Requests.MessageEvent);
        var isToBot = message is { Type: "app_mention" } or { Type: "message", ChannelType: MessageEvent.DirectMessages };
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
    /// <summary>The <see cref="ChannelType"/> of direct messages.</summary>
    public const string DirectMessages = "im";

    public required string Type { get; init; }

    public required string Channel { get; init; }

    public required string Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    public string? Text { get; init; }

    /// <summary>What the person's editor made of it.</summary>
    [JsonConverter(typeof(RichText))]
    public IncomingText? Blocks { get; init; }

    /// <summary>The team that it was written in.</summary>
    public string? Team { get; init; }

    /// <summary>The author's own team, where it may be another one.</summary>
    public string? UserTeam { get; init; }

    public string? SourceTeam { get; init; }

    /// <summary>A program wrote it.</summary>
    public string? BotId { get; init; }

    public EditOf? Edited { get; init; }

    /// <summary><c>im</c>: the direct messages with the bot.</summary>
    public string? ChannelType { get; init; }

    public sealed record EditOf(string? Ts = null);
}

/// <summary>https://docs.slack.dev/reference/events/reaction_added and https://docs.slack.dev/reference/events/reaction_removed</summary>
public sealed record ReactionEvent
{
    public const string Added = "reaction_added";
    public const string Removed = "reaction_removed";

    public required string Type { get; init; }

    /// <summary>Who reacted.</summary>
    public string? User { get; init; }

    /// <summary>The emoji's name, with <c>::skin-tone-3</c> for example behind it.</summary>
    public string? Reaction { get; init; }

    /// <summary>Who wrote it; missing when no account did.</summary>
    public string? ItemUser { get; init; }

    public ItemOf? Item { get; init; }

    public string? EventTs { get; init; }

    /// <summary>What was reacted to.</summary>
    /// <param name="Type">A message or a file.</param>
    /// <param name="Channel">Where it is.</param>
    /// <param name="Ts">Which message.</param>
    /// <param name="ChannelType"><c>channel</c> for a public one.</param>
    public sealed record ItemOf(string? Type = null, string? Channel = null, string? Ts = null, string? ChannelType = null);
}

/// <summary>https://docs.slack.dev/reference/events/app_home_opened</summary>
/// <param name="User">Who looks.</param>
/// <param name="Tab">At which tab: <c>home</c> or <c>messages</c>.</param>
public sealed record AppHomeOpenedEvent(string? User = null, string? Tab = null);

/// <summary>
/// What tells of people and groups: https://docs.slack.dev/reference/events/user_change, team_join, user_profile_changed, subteam_created,
/// subteam_updated and subteam_members_changed.
/// </summary>
public sealed record DirectoryEvent
{
    public required string Type { get; init; }

    /// <summary>Of the first three.</summary>
    public SlackUser? User { get; init; }

    /// <summary>Of subteam_created and subteam_updated.</summary>
    public Group? Subteam { get; init; }

    /// <summary>Of subteam_members_changed.</summary>
    public string? SubteamId { get; init; }

    public sealed record Group
    {
        public required string Id { get; init; }

        public string? Handle { get; init; }
    }
}
