using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class UsersList
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "users.list",
        Arguments = SlackMethod.Taking("cursor", "include_locale", "limit", "team_id"),
        Scopes = ["users:read"],
        Tier = 2,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var everybody = request.Workspace.Users;

        // Without a limit Slack tries to return all users, and fails for a large team.
        if (request.Arguments.Text("limit") is null && everybody.Count > 1000) throw new SlackRefusal("limit_required");
        var page = SlackPage<SlackUser>.Of(everybody, request.Arguments, otherwise: 1000);
        return new JsonObject
        {
            ["members"] = new JsonArray([.. page.Items.Select(u => UserJson.Of(u, request))]),
            ["cache_ts"] = request.Workspace.Clock.UnixSeconds,
            ["response_metadata"] = page.Metadata,
        };
    }
}
