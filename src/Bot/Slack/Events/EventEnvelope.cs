using System.Text.Json;

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
    public bool IsOfOneTeam => Authorizations is { Count: > 0 } told && !told.Any(authorization => authorization is { IsEnterpriseInstall: true });

    /// <summary>Its shape depends on its type; <see cref="Read"/> knows the ones that matter here.</summary>
    public JsonElement Event { get; init; }

    /// <summary>The event in its own shape, or null when it does not matter here.</summary>
    public object? Read() => EventType switch
    {
        "message" or "app_mention" => ReadMessage(),
        ReactionEvent.Added or ReactionEvent.Removed => Event.Deserialize(SlackJson.Requests.ReactionEvent),
        "app_home_opened" => Event.Deserialize(SlackJson.Requests.AppHomeOpenedEvent) is { User: not null, Tab: "home" } opened && SlackId.AllFit(opened.User) ? opened : null,
        "team_join" or "user_change" or "user_profile_changed" or "subteam_created" or "subteam_updated" or "subteam_members_changed" => ReadDirectory(),
        _ => null,
    };

    /// <summary>News of a person or a group.</summary>
    private DirectoryEvent? ReadDirectory() =>
        Event.Deserialize(SlackJson.Wire.DirectoryEvent) is { } news && SlackId.AllFit(news.User?.Id, news.Subteam?.Id, news.SubteamId) ? news : null;

    /// <summary>What a person wrote to the bot, or null when it is something else: an edit, another program, another channel.</summary>
    private MessageEvent? ReadMessage()
    {
        if (Event.TryGetProperty("subtype", out _))
        {
            return null;
        }

        var message = Event.Deserialize(SlackJson.Requests.MessageEvent);
        var isToBot = message is { Type: "app_mention" } or { Type: "message", ChannelType: "im" };
        return isToBot && message is { BotId: null, Edited: null, User: not null } && SlackId.AllFit(message.User, message.Channel, message.Ts, message.ThreadTs) ? message : null;
    }

    private string? EventType => Event.ValueKind is JsonValueKind.Object && Event.TryGetProperty("type", out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public sealed record AuthorizationOf(string? EnterpriseId = null, string? TeamId = null, bool IsEnterpriseInstall = false);
}
