using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>Direct messages with one person, group messages with several.</summary>
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
        if (users.Length > 1) return OpenGroup(users, request);
        if (workspace.FindUser(users[0]) is not { } user) throw new SlackRefusal("user_not_found");
        if (user.Deleted) throw new SlackRefusal("user_disabled");
        if (user.IsBot) throw new SlackRefusal("cannot_dm_bot");
        var wasOpen = workspace.FindDirectMessage(user.Id) is not null;
        if (!wasOpen && request.Arguments.Flag("prevent_creation")) throw new SlackRefusal("channel_not_found");
        return Opened(workspace.DirectMessage(user), wasOpen, request);
    }

    /// <summary>From one to eight users, the bot not counted: https://docs.slack.dev/reference/methods/conversations.open</summary>
    private static JsonObject OpenGroup(string[] users, SlackRequest request)
    {
        var workspace = request.Workspace;
        request.RequireScope("mpim:write");
        if (users.Length > 8) throw new SlackRefusal("too_many_users");
        if (users.Any(id => workspace.FindUser(id) is null)) throw new SlackRefusal("user_not_found");
        if (users.Any(id => workspace.FindUser(id)!.Deleted)) throw new SlackRefusal("user_disabled");
        var wasOpen = workspace.FindGroupMessage(users) is not null;
        if (!wasOpen && request.Arguments.Flag("prevent_creation")) throw new SlackRefusal("channel_not_found");
        return Opened(workspace.GroupMessage(users), wasOpen, request);
    }

    private static JsonObject Opened(SlackChannel channel, bool wasOpen, SlackRequest request)
    {
        var json = new JsonObject { ["channel"] = request.Arguments.Flag("return_im") ? ChannelJson.Of(channel) : new JsonObject { ["id"] = channel.Id } };
        if (!wasOpen) return json;
        json["no_op"] = true;
        json["already_open"] = true;
        return json;
    }
}
