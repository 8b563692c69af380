using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class TeamInfo
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "team.info",
        Arguments = SlackMethod.Taking("team", "domain"),
        Scopes = ["team:read"],
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var workspace = request.Workspace;
        if (request.Arguments.Text("team") is { } team && team != workspace.Id) throw new SlackRefusal("team_not_found");
        return new JsonObject
        {
            ["team"] = new JsonObject
            {
                ["id"] = workspace.Id,
                ["name"] = workspace.Name,
                ["url"] = $"https://{workspace.Domain}.slack.com/",
                ["domain"] = workspace.Domain,
                ["email_domain"] = "example.com",
                ["icon"] = new JsonObject { ["image_34"] = "https://a.example.com/34.png", ["image_default"] = true },
                ["avatar_base_url"] = "https://a.example.com/",
                ["is_verified"] = false,
            },
        };
    }
}
