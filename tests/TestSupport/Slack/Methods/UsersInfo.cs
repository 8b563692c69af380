using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class UsersInfo
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "users.info",
        Arguments = SlackMethod.Taking("user", "include_locale"),
        Required = "user",
        Scopes = ["users:read"],
        Tier = 4,
        Answer = request => new JsonObject { ["user"] = UserJson.Of(request.ExistingUser(), request) },
    };
}
