using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>A message as Slack returns it.</summary>
internal static class MessageJson
{
    public static JsonObject Of(SlackMessage message, SlackWorkspace workspace, bool withMetadata = true)
    {
        var json = new JsonObject
        {
            ["type"] = "message",
            ["text"] = message.Text,
            ["ts"] = message.Ts,
            ["team"] = workspace.FindUser(message.UserId)?.TeamId ?? workspace.Id
        };
        if (message.UserId.Length > 0) json["user"] = message.UserId;
        if (message.BotId is not null)
        {
            json["bot_id"] = message.BotId;
            json["app_id"] = workspace.StandIn.Options.AppId;
            json["bot_profile"] = BotProfile(workspace);
        }

        if (message.Username is not null)
        {
            json["subtype"] = "bot_message";
            json["username"] = message.Username;
        }

        if (message.ThreadTs is not null) json["thread_ts"] = message.ThreadTs;
        Add(json, "blocks", message.Blocks);
        Add(json, "attachments", message.Attachments);
        if (withMetadata) Add(json, "metadata", message.Metadata);
        if (message.EditedTs is not null) json["edited"] = new JsonObject { ["user"] = message.UserId, ["ts"] = message.EditedTs };
        if (message.Reactions.Length > 0) json["reactions"] = Reactions(message);
        return json;
    }

    private static void Add(JsonObject json, string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array) json[name] = JsonArray.Create(value);
        else if (value.ValueKind is JsonValueKind.Object) json[name] = JsonObject.Create(value);
    }

    private static JsonObject BotProfile(SlackWorkspace workspace) => new()
    {
        ["id"] = workspace.BotId,
        ["deleted"] = false,
        ["name"] = workspace.Bot.Name,
        ["updated"] = 1,
        ["app_id"] = workspace.StandIn.Options.AppId,
        ["icons"] = new JsonObject
        {
            ["image_36"] = "https://a.example.com/36.png",
            ["image_48"] = "https://a.example.com/48.png",
            ["image_72"] = "https://a.example.com/72.png"
        },
        ["team_id"] = workspace.Id,
    };

    private static JsonArray Reactions(SlackMessage message) =>
    [
        .. message.Reactions.GroupBy(r => r.Name, StringComparer.Ordinal).Select(g => new JsonObject
        {
            ["name"] = g.Key,
            ["users"] = SlackAnswers.Array(g.Select(r => r.UserId)),
            ["count"] = g.Count(),
        }),
    ];
}
