using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ChatUpdate
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "chat.update",
        Arguments = SlackMethod.Taking(
            "channel",
            "ts",
            "text",
            "blocks",
            "attachments",
            "markdown_text",
            "metadata",
            "parse",
            "link_names",
            "as_user",
            "file_ids",
            "reply_broadcast",
            "unfurl_links",
            "unfurl_media"),
        Required = "channel",
        Scopes = ["chat:write"],
        TakesJson = true,
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var workspace = request.Workspace;
        request.Arguments.Required("channel");
        var ts = request.Arguments.Required("ts");
        var content = MessageContent.Read(request.Arguments, workspace);
        var channel = request.VisibleChannel();
        if (channel.IsArchived) throw new SlackRefusal("is_archived");
        if (channel.Find(ts) is not { } message) throw new SlackRefusal("message_not_found");
        if (message.BotId != workspace.BotId) throw new SlackRefusal("cant_update_message");

        // An update with text only keeps the blocks: https://docs.slack.dev/reference/methods/chat.update
        if (!request.Arguments.Values.ContainsKey("blocks")) content = content with { Blocks = message.Blocks };
        if (content.Attachments.ValueKind is JsonValueKind.Undefined && !request.Arguments.Values.ContainsKey("attachments"))
            content = content with { Attachments = message.Attachments };
        var updated = workspace.Messages.Put(content.Onto(message) with { EditedTs = workspace.Clock.NextTs() });
        return new JsonObject
        {
            ["channel"] = channel.Id,
            ["ts"] = ts,
            ["text"] = updated.Text,
            ["message"] = MessageJson.Of(updated, workspace)
        };
    }
}
