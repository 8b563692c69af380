using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ConversationsList
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "conversations.list",
        Arguments = SlackMethod.Taking("cursor", "exclude_archived", "limit", "team_id", "types"),
        Scopes = ["channels:read", "groups:read", "im:read"],
        Tier = 2,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var types = (request.Arguments.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        foreach (var type in types)
        {
            request.RequireScope(type switch
            {
                "public_channel" => "channels:read",
                "private_channel" => "groups:read",
                "im" => "im:read",
                "mpim" => "mpim:read",
                _ => throw new SlackRefusal("invalid_types"),
            });
        }

        var channels = request.Workspace.Channels
            .Where(c =>
                types.Contains(
                    c.IsDirectMessage ? "im" : c.IsGroupMessage ? "mpim" : c.IsPrivate ? "private_channel" : "public_channel",
                    StringComparer.Ordinal))
            .Where(c => c.IsMember || !c.IsPrivate)
            .Where(c => !c.IsArchived || !request.Arguments.Flag("exclude_archived"))
            .ToList();
        var page = SlackPage<SlackChannel>.Of(channels, request.Arguments, otherwise: 100);
        return new JsonObject
        {
            ["channels"] = new JsonArray([.. page.Items.Select(ChannelJson.Of)]),
            ["response_metadata"] = page.Metadata
        };
    }
}
