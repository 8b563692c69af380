using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>Direct messages with one person; the bot opens no group ones.</summary>
internal static class ConversationsOpen
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "conversations.open",
        Arguments = SlackMethod.Taking("users", "channel", "return_im", "prevent_creation"),
        Required = "users",
        Scopes = ["im:write"],
        TakesJson = true,
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var workspace = request.Workspace;
        if (request.Arguments.Text("channel") is not null) return Opened(request.VisibleChannel(), wasOpen: true, request);
        var users = (request.Arguments.Text("users") ?? throw new SlackRefusal("users_list_not_supplied")).Split(',');
        if (users.Length > 1) throw new SlackRefusal("not_supported_by_stand_in", "group direct messages");
        if (workspace.FindUser(users[0]) is not { } user) throw new SlackRefusal("user_not_found");
        if (user.Deleted) throw new SlackRefusal("user_disabled");
        if (user.IsBot) throw new SlackRefusal("cannot_dm_bot");
        var wasOpen = workspace.FindDirectMessage(user.Id) is not null;
        if (!wasOpen && request.Arguments.Flag("prevent_creation")) throw new SlackRefusal("channel_not_found");
        return Opened(workspace.DirectMessage(user), wasOpen, request);
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
