using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class TeamProfileGet
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "team.profile.get",
        Arguments = SlackMethod.Taking("visibility"),
        Scopes = ["users.profile:read"],
        Tier = 3,
        Answer = request => new JsonObject
        {
            ["profile"] = new JsonObject
            {
                ["fields"] =
                    new JsonArray([.. request.Workspace.ProfileFields.Select((field, index) => Field(field.Key, field.Value, index))]),
                ["sections"] = new JsonArray(),
            },
        },
    };

    private static JsonObject Field(string id, string label, int ordering) => new()
    {
        ["id"] = id,
        ["ordering"] = ordering,
        ["label"] = label,
        ["hint"] = "",
        ["type"] = "text",
        ["possible_values"] = null,
        ["options"] = null,
        ["is_hidden"] = false,
    };
}
