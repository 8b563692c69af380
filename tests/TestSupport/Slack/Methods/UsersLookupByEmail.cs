using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class UsersLookupByEmail
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "users.lookupByEmail",
        Arguments = SlackMethod.Taking("email"),
        Required = "email",
        Scopes = ["users:read.email"],
        Tier = 3,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        // Slack doesn't find deactivated users: https://docs.slack.dev/reference/methods/users.lookupByEmail
        var email = request.Arguments.Required("email");
        var user = request.Workspace.Users.FirstOrDefault(u =>
            !u.Deleted && string.Equals(u.Email, email, StringComparison.OrdinalIgnoreCase));
        return user is null ? throw new SlackRefusal("users_not_found") : new JsonObject { ["user"] = UserJson.Of(user, request) };
    }
}
