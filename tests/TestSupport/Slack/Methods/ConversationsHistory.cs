using System.Globalization;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ConversationsHistory
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "conversations.history",
        Arguments = SlackMethod.Taking("channel", "cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"),
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
        if (!channel.IsMember) throw new SlackRefusal("not_in_channel");
        var (oldest, latest, inclusive) = (Timestamp(arguments, "oldest"), Timestamp(arguments, "latest"), arguments.Flag("inclusive"));
        var fitting = channel.Messages
            .Where(m => m.ThreadTs is null || m.ThreadTs == m.Ts)
            .Where(m => Within(decimal.Parse(m.Ts, CultureInfo.InvariantCulture), oldest, latest, inclusive))
            .Reverse()
            .ToList();
        var page = SlackPage<SlackMessage>.Of(fitting, arguments, otherwise: 100, most: 999);
        var withMetadata = arguments.Flag("include_all_metadata");
        var answer = new JsonObject
        {
            ["messages"] = new JsonArray([.. page.Items.Select(m => MessageJson.Of(m, request.Workspace, withMetadata))]),
            ["has_more"] = page.NextCursor.Length > 0,
            ["pin_count"] = 0,
        };
        if (page.NextCursor.Length > 0) answer["response_metadata"] = page.Metadata;
        return answer;
    }

    internal static bool Within(decimal ts, decimal? oldest, decimal? latest, bool inclusive) =>
        (oldest is null || ts > oldest || (inclusive && ts == oldest)) && (latest is null || ts < latest || (inclusive && ts == latest));

    internal static decimal? Timestamp(SlackArguments arguments, string name)
    {
        if (arguments.Text(name) is not { } text) return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ts)
            ? ts
            : throw new SlackRefusal("invalid_ts_" + name);
    }
}
