using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ChatPostMessage
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "chat.postMessage",
        Arguments = SlackMethod.Taking(
            "channel",
            "text",
            "blocks",
            "attachments",
            "markdown_text",
            "metadata",
            "thread_ts",
            "reply_broadcast",
            "unfurl_links",
            "unfurl_media",
            "mrkdwn", "parse", "link_names", "username", "icon_emoji", "icon_url", "as_user"),
        Required = "channel",
        Scopes = ["chat:write"],
        TakesJson = true,
        Tier = 0,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var arguments = request.Arguments;
        var workspace = request.Workspace;
        var name = arguments.Required("channel");
        var content = MessageContent.Read(arguments, workspace);
        if (arguments.Text("username") is not null || arguments.Text("icon_emoji") is not null || arguments.Text("icon_url") is not null)
        {
            request.RequireScope("chat:write.customize");
        }

        var channel = Writable(request, name);
        var thread = arguments.Text("thread_ts");
        if (thread is not null && channel.Find(thread) is null) throw new SlackRefusal("thread_not_found");
        var message = workspace.Messages.Put(content.Onto(new SlackMessage
        {
            ChannelId = channel.Id,
            Ts = workspace.Clock.NextTs(),
            UserId = workspace.Bot.Id,
            BotId = workspace.BotId,
            ThreadTs = thread,
            Username = arguments.Text("username"),
        }));
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts, ["message"] = MessageJson.Of(message, workspace) };
    }

    /// <summary>Finds a channel by id or name, with or without #. A user id opens the direct message.</summary>
    private static SlackChannel Writable(SlackRequest request, string name)
    {
        var workspace = request.Workspace;
        if (workspace.FindUser(name) is { } user)
        {
            // Slack accepts messages to a deactivated person's existing conversation but opens no new one (python-slack-sdk#1156).
            if (user.IsBot) throw new SlackRefusal("cannot_dm_bot");
            if (user.Deleted && workspace.FindDirectMessage(user.Id) is null) throw new SlackRefusal("channel_not_found");
            return workspace.DirectMessage(user);
        }

        if (workspace.Find(name) is not { } channel || (channel.IsPrivate && !channel.IsMember))
            throw new SlackRefusal("channel_not_found");
        if (channel.IsArchived) throw new SlackRefusal("is_archived");
        return channel.IsMember || request.Has("chat:write.public") ? channel : throw new SlackRefusal("not_in_channel");
    }
}
