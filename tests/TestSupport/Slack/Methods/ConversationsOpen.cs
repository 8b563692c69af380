using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>
/// Opens a direct message with one person, or a group with two to eight. The same people always get the same group, in any order.
/// </summary>
internal static class ConversationsOpen
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "conversations.open",
        Arguments = SlackMethod.Taking("users", "channel", "return_im", "prevent_creation"),
        Required = "users",
        Scopes = ["im:write", "mpim:write"],
        TakesJson = true,
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var workspace = request.Workspace;
        if (request.Arguments.Text("channel") is not null) return Opened(request.VisibleChannel(), wasOpen: true, request);
        var users = (request.Arguments.Text("users") ?? throw new SlackRefusal("users_list_not_supplied")).Split(',');
        request.RequireScope(users.Length > 1 ? "mpim:write" : "im:write");
        if (users.Length > 8) throw new SlackRefusal("too_many_users");
        var people = users.Select(id => Reachable(workspace, id)).DistinctBy(user => user.Id).ToArray();
        var wasOpen = people is [var one] ? workspace.FindDirectMessage(one.Id) is not null
            : workspace.FindGroupMessage(people) is not null;
        if (!wasOpen && request.Arguments.Flag("prevent_creation")) throw new SlackRefusal("channel_not_found");
        return Opened(people is [var user] ? workspace.DirectMessage(user) : workspace.GroupMessage(people), wasOpen, request);
    }

    private static SlackUser Reachable(SlackWorkspace workspace, string id) => workspace.FindUser(id) switch
    {
        null => throw new SlackRefusal("user_not_found"),
        { Deleted: true } => throw new SlackRefusal("user_disabled"),
        { IsBot: true } => throw new SlackRefusal("cannot_dm_bot"),
        var user => user,
    };

    private static JsonObject Opened(SlackChannel channel, bool wasOpen, SlackRequest request)
    {
        var json = new JsonObject
        {
            ["channel"] = request.Arguments.Flag("return_im")
            ? ChannelJson.Of(channel)
            : new JsonObject { ["id"] = channel.Id }
        };
        if (!wasOpen) return json;
        json["no_op"] = true;
        json["already_open"] = true;
        return json;
    }
}
