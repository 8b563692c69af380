using System.Globalization;
using System.Text.Json.Nodes;
using RelateBot.TestSupport.Slack.Methods;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Request bodies of Slack: https://docs.slack.dev/interactivity/implementing-slash-commands,
/// https://docs.slack.dev/reference/interaction-payloads and https://docs.slack.dev/apis/events-api
/// </summary>
internal sealed class SlackPayloads(SlackWorkspace workspace)
{
    /// <summary>The deprecated verification token, which must not be used.</summary>
    public const string VerificationToken = "not-to-be-trusted";

    private SlackEnterprise? Enterprise => workspace.Enterprise;

    private bool IsOrgWide => workspace.Enterprise is { HasApp: true };

    private string AppId => workspace.StandIn.Options.AppId;

    public IEnumerable<KeyValuePair<string, string>> SlashCommand(
        SlackUser user, string command, string text, SlackChannel channel, SlackResponseUrl url, string trigger) =>
    [
        new("token", VerificationToken),
        new("team_id", workspace.Id),
        new("team_domain", workspace.Domain),
        new("channel_id", channel.Id),
        new("channel_name", channel.IsDirectMessage ? "directmessage" : channel.IsPrivate ? "privategroup" : channel.Name),
        new("user_id", user.Id),
        new("user_name", user.Name),
        new("command", command),
        new("text", text),
        new("api_app_id", AppId),
        .. Enterprise is { } enterprise
            ? [new("enterprise_id", enterprise.Id), new("enterprise_name", enterprise.Name)]
            : (KeyValuePair<string, string>[])[],
        new("is_enterprise_install", IsOrgWide ? "true" : "false"),
        new("response_url", url.Url.ToString()),
        new("trigger_id", trigger),
    ];

    /// <summary>The fields that all interactions have.</summary>
    public JsonObject Interaction(SlackUser user) => new()
    {
        ["type"] = "",
        ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = user.TeamId },
        ["api_app_id"] = AppId,
        ["token"] = VerificationToken,
        ["team"] = new JsonObject { ["id"] = workspace.Id, ["domain"] = workspace.Domain },
        ["enterprise"] = Enterprise is { } enterprise ? new JsonObject { ["id"] = enterprise.Id, ["name"] = enterprise.Name } : null,
        ["is_enterprise_install"] = IsOrgWide,
    };

    public void BlockActions(
        JsonObject payload,
        string trigger,
        SlackMessage message,
        SlackChannel channel,
        SlackResponseUrl url,
        JsonObject action)
    {
        payload["type"] = "block_actions";
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.ChannelId,
            ["is_ephemeral"] = message.EphemeralTo is not null,
        };
        payload["trigger_id"] = trigger;
        payload["channel"] = ChannelOf(channel);

        // Slack doesn't store ephemeral messages, so it can't include one.
        if (message.EphemeralTo is null) payload["message"] = MessageJson.Of(message, workspace);
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = url.Url.ToString();
        payload["actions"] = new JsonArray(action);
    }

    public void BlockActions(JsonObject payload, string trigger, SlackView view, JsonObject values, JsonObject action)
    {
        payload["type"] = "block_actions";
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["trigger_id"] = trigger;
        payload["view"] = ViewJson.Of(view, workspace, values);
        payload["actions"] = new JsonArray(action);
    }

    public void ViewSubmission(JsonObject payload, string trigger, SlackView view, JsonObject values)
    {
        payload["type"] = "view_submission";
        payload["trigger_id"] = trigger;
        payload["view"] = ViewJson.Of(view, workspace, values);
        payload["response_urls"] = new JsonArray();
    }

    public void ViewClosed(JsonObject payload, SlackView view)
    {
        payload["type"] = "view_closed";
        payload["view"] = ViewJson.Of(view, workspace);
        payload["is_cleared"] = false;
    }

    public void Shortcut(JsonObject payload, string trigger, string callbackId)
    {
        payload["type"] = "shortcut";
        payload["action_ts"] = workspace.Clock.NextTs();
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = trigger;
    }

    public void MessageAction(
        JsonObject payload,
        string trigger,
        SlackMessage message,
        SlackChannel channel,
        SlackResponseUrl url,
        string callbackId)
    {
        Shortcut(payload, trigger, callbackId);
        payload["type"] = "message_action";
        payload["message_ts"] = message.Ts;
        payload["response_url"] = url.Url.ToString();
        payload["channel"] = ChannelOf(channel);
        payload["message"] = MessageJson.Of(message, workspace);
    }

    public JsonObject EventCallback(JsonObject slackEvent, string eventId)
    {
        var channel = (slackEvent["channel"] ?? slackEvent["item"]?["channel"]) is JsonValue id ? id.ToString() : "none";
        return new JsonObject
        {
            ["token"] = VerificationToken,
            ["team_id"] = workspace.Id,
            ["context_team_id"] = workspace.Id,
            ["enterprise_id"] = Enterprise?.Id,
            ["context_enterprise_id"] = Enterprise?.Id,
            ["api_app_id"] = AppId,
            ["event"] = slackEvent.DeepClone(),
            ["type"] = "event_callback",
            ["event_id"] = eventId,
            ["event_time"] = workspace.Clock.UnixSeconds,
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = Enterprise?.Id,
                ["team_id"] = IsOrgWide ? null : workspace.Id,
                ["user_id"] = workspace.Bot.Id,
                ["is_bot"] = true,
                ["is_enterprise_install"] = IsOrgWide,
            }),
            ["is_ext_shared_channel"] = workspace.Find(channel)?.IsShared ?? false,
            ["event_context"] = string.Create(CultureInfo.InvariantCulture, $"4-{workspace.Id}-{channel}"),
        };
    }

    public JsonObject MessageEvent(SlackMessage message, SlackChannel channel, string type)
    {
        var json = MessageJson.Of(message, workspace, withMetadata: false);
        json["type"] = type;
        json["channel"] = channel.Id;
        json["event_ts"] = message.Ts;
        json["client_msg_id"] = Guid.CreateVersion7(workspace.Clock.Now).ToString();
        if (channel.IsShared)
        {
            json["user_team"] = workspace.FindUser(message.UserId)!.TeamId;
            json["source_team"] = workspace.FindUser(message.UserId)!.TeamId;
        }

        if (type is "message") json["channel_type"] = channel.IsDirectMessage ? "im" : channel.IsPrivate ? "group" : "channel";
        return json;
    }

    public JsonObject ReactionEvent(SlackMessage message, SlackChannel channel, SlackUser user, string reaction, bool isAdded)
    {
        var json = new JsonObject
        {
            ["type"] = isAdded ? "reaction_added" : "reaction_removed",
            ["user"] = user.Id,
            ["reaction"] = reaction,
            ["item"] = new JsonObject
            {
                ["type"] = "message",
                ["channel"] = channel.Id,
                ["ts"] = message.Ts,
                ["channel_type"] = channel.IsDirectMessage ? "im" : channel.IsPrivate ? "group" : "channel",
            },
            ["event_ts"] = workspace.Clock.NextTs(),
        };

        // A webhook's message has no user.
        if (message.UserId.Length > 0) json["item_user"] = message.UserId;
        return json;
    }

    public JsonObject AppHomeOpened(SlackUser user, string tab)
    {
        var json = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = user.Id,
            ["channel"] = workspace.DirectMessage(user).Id,
            ["tab"] = tab,
            ["event_ts"] = workspace.Clock.NextTs()
        };
        if (tab is "home" && workspace.Views.HomeOf(user) is { } shown) json["view"] = ViewJson.Of(shown, workspace);
        return json;
    }

    private static JsonObject ChannelOf(SlackChannel channel) =>
        new() { ["id"] = channel.Id, ["name"] = channel.IsDirectMessage ? "directmessage" : channel.Name };
}
