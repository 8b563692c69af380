using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>https://docs.slack.dev/reference/objects/usergroup-object</summary>
internal static class UsergroupJson
{
    public static JsonObject Of(SlackUserGroup group, bool withUsers, bool withCount)
    {
        var json = new JsonObject
        {
            ["id"] = group.Id,
            ["team_id"] = group.TeamId,
            ["is_usergroup"] = true,
            ["is_subteam"] = true,
            ["name"] = group.Name,
            ["description"] = "",
            ["handle"] = group.Handle,
            ["is_external"] = false,
            ["date_create"] = 1,
            ["date_update"] = 1,
            ["date_delete"] = group.Disabled ? 1 : 0,
            ["auto_type"] = null,
            ["prefs"] = new JsonObject { ["channels"] = new JsonArray(), ["groups"] = new JsonArray() },
        };
        if (withUsers) json["users"] = SlackAnswers.Array(group.Users);
        if (withCount) json["user_count"] = group.Users.Length;
        return json;
    }
}
