using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ChatDelete
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "chat.delete",
        Arguments = SlackMethod.Taking("channel", "ts", "as_user"),
        Required = "channel",
        Scopes = ["chat:write"],
        TakesJson = true,
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        request.Arguments.Required("channel");
        var ts = request.Arguments.Required("ts");
        var channel = request.VisibleChannel();
        if (channel.Find(ts) is not { } message) throw new SlackRefusal("message_not_found");
        if (message.BotId != request.Workspace.BotId) throw new SlackRefusal("cant_delete_message");
        request.Workspace.Messages.Put(message with { Deleted = true });
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = ts };
    }
}
