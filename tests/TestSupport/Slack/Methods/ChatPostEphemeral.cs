using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ChatPostEphemeral
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "chat.postEphemeral",
        Arguments = SlackMethod.Taking(
            "channel",
            "user",
            "text",
            "blocks",
            "attachments",
            "markdown_text",
            "thread_ts",
            "parse",
            "link_names",
            "username",
            "icon_emoji",
            "icon_url",
            "as_user"),
        Required = "channel",
        Scopes = ["chat:write"],
        TakesJson = true,
        Tier = 4,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var workspace = request.Workspace;
        var userId = request.Arguments.Required("user");
        var content = MessageContent.Read(request.Arguments, workspace);
        var name = request.Arguments.Required("channel");
        if (workspace.Find(name) is not { } channel || (channel.IsPrivate && !channel.IsMember))
            throw new SlackRefusal("channel_not_found");
        if (channel.IsArchived) throw new SlackRefusal("is_archived");
        if (!channel.IsMember) throw new SlackRefusal("not_in_channel");
        if (workspace.FindUser(userId) is not { Deleted: false, IsBot: false } user
            || (channel.IsDirectMessage && channel.DirectMessageWith != user.Id)
            || (channel.IsGroupMessage && !channel.GroupMessageWith.Contains(user.Id)))
        {
            throw new SlackRefusal("user_not_in_channel");
        }

        var message = workspace.Messages.Put(content.Onto(new SlackMessage
        {
            ChannelId = channel.Id,
            Ts = workspace.Clock.NextTs(),
            UserId = workspace.Bot.Id,
            BotId = workspace.BotId,
            ThreadTs = request.Arguments.Text("thread_ts"),
            EphemeralTo = user.Id,
        }));
        return new JsonObject { ["message_ts"] = message.Ts };
    }
}
