using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ReactionsAdd
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "reactions.add",
        Arguments = SlackMethod.Taking("channel", "name", "timestamp"),
        Required = "channel",
        Scopes = ["reactions:write"],
        TakesJson = true,
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        request.Arguments.Required("channel");
        var name = request.Arguments.Required("name").Trim(':');
        var ts = request.Arguments.Required("timestamp");
        if (request.VisibleChannel().Find(ts) is not { } message) throw new SlackRefusal("message_not_found");
        var reaction = new SlackReaction(name, request.Workspace.Bot.Id);
        if (message.Reactions.Contains(reaction)) throw new SlackRefusal("already_reacted");
        request.Workspace.Messages.Put(message with { Reactions = message.Reactions.Add(reaction) });
        return [];
    }
}
