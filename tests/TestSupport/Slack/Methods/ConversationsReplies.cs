using System.Globalization;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ConversationsReplies
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "conversations.replies",
        Arguments = SlackMethod.Taking("channel", "ts", "cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"),
        Required = "channel",
        Scopes = ["channels:history", "groups:history", "im:history", "mpim:history"],
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var arguments = request.Arguments;
        var channel = request.VisibleChannel();
        request.RequireConversationScope(channel, "history");
        var thread = arguments.Required("ts");
        var first = channel.Find(thread) ?? throw new SlackRefusal("thread_not_found");
        var oldest = ConversationsHistory.Timestamp(arguments, "oldest");
        var replies = channel.Messages
            .Where(m => m.ThreadTs == thread && m.Ts != thread)
            .Where(m => ConversationsHistory.Within(decimal.Parse(m.Ts, CultureInfo.InvariantCulture), oldest, null, inclusive: false));
        var page = SlackPage<SlackMessage>.Of([.. replies], arguments, otherwise: 1000, most: 1000);
        var withMetadata = arguments.Flag("include_all_metadata");
        var answer = new JsonObject
        {
            ["messages"] = new JsonArray(
                [.. page.Items.Prepend(first).Select(m => MessageJson.Of(m, request.Workspace, withMetadata))]),
            ["has_more"] = page.NextCursor.Length > 0,
        };
        if (page.NextCursor.Length > 0) answer["response_metadata"] = page.Metadata;
        return answer;
    }
}
