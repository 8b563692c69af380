using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ConversationsJoin
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "conversations.join",
        Arguments = SlackMethod.Taking("channel"),
        Required = "channel",
        Scopes = ["channels:join"],
        TakesJson = true,
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var channel = request.VisibleChannel();
        if (channel.IsDirectMessage || channel.IsPrivate) throw new SlackRefusal("method_not_supported_for_channel_type");
        if (channel.IsArchived) throw new SlackRefusal("is_archived");
        var wasMember = channel.IsMember;
        channel.IsMember = true;
        var answer = new JsonObject { ["channel"] = ChannelJson.Of(channel) };
        if (!wasMember) return answer;
        answer["warning"] = "already_in_channel";
        answer["response_metadata"] = new JsonObject { ["warnings"] = new JsonArray("already_in_channel") };
        return answer;
    }
}
