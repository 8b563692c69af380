using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class UsergroupsList
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "usergroups.list",
        Arguments = SlackMethod.Taking("include_count", "include_disabled", "include_users", "team_id"),
        Scopes = ["usergroups:read"],
        Tier = 2,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        if (!request.Workspace.HasUserGroups) throw new SlackRefusal("plan_upgrade_required");
        var (users, count, disabled) = (
            request.Arguments.Flag("include_users"),
            request.Arguments.Flag("include_count"),
            request.Arguments.Flag("include_disabled"));
        var groups = request.Workspace.UserGroups.Where(g => disabled || !g.Disabled).Select(g => UsergroupJson.Of(g, users, count));
        return new JsonObject { ["usergroups"] = new JsonArray([.. groups]) };
    }
}
