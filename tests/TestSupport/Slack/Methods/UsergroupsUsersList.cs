using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class UsergroupsUsersList
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "usergroups.users.list",
        Arguments = SlackMethod.Taking("usergroup", "include_disabled", "team_id"),
        Required = "usergroup",
        Scopes = ["usergroups:read"],
        Tier = 2,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        if (!request.Workspace.HasUserGroups) throw new SlackRefusal("plan_upgrade_required");
        var group = request.Workspace.FindGroup(request.Arguments.Required("usergroup"));
        if (group is null || (group.Disabled && !request.Arguments.Flag("include_disabled"))) throw new SlackRefusal("no_such_subteam");
        return new JsonObject { ["users"] = SlackAnswers.Array(group.Users) };
    }
}
