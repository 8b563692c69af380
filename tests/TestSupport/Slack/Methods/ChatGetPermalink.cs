using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ChatGetPermalink
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "chat.getPermalink",
        Arguments = SlackMethod.Taking("channel", "message_ts"),
        Required = "channel",
        Tier = 0,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        request.Arguments.Required("channel");
        var ts = request.Arguments.Required("message_ts");
        var channel = request.VisibleChannel();
        if (channel.Find(ts) is null) throw new SlackRefusal("message_not_found");
        return new JsonObject
        {
            ["permalink"] = $"https://{request.Workspace.Domain}.slack.com/archives/{channel.Id}/p{ts.Replace(
                ".",
                "",
                StringComparison.Ordinal)}",
            ["channel"] = channel.Id,
        };
    }
}
