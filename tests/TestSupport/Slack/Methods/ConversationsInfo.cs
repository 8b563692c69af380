using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ConversationsInfo
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "conversations.info",
        Arguments = SlackMethod.Taking("channel", "include_locale", "include_num_members"),
        Required = "channel",
        Scopes = ["channels:read", "groups:read", "im:read"],
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var channel = request.VisibleChannel();
        request.RequireConversationScope(channel, "read");
        return new JsonObject { ["channel"] = ChannelJson.Of(channel) };
    }
}
