using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class UsersProfileGet
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "users.profile.get",
        Arguments = SlackMethod.Taking("user", "include_labels"),
        Required = "user",
        Scopes = ["users.profile:read"],
        Tier = 4,
        Answer = request => new JsonObject
        {
            ["profile"] = UserJson.Profile(request.ExistingUser(), request.Workspace, request.Has("users:read.email"), withFields: true),
        },
    };
}
