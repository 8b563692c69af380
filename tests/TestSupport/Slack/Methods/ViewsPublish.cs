using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ViewsPublish
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "views.publish",
        Arguments = SlackMethod.Taking("user_id", "view", "hash"),
        Required = "user_id",
        TakesJson = true,
        Tier = 4,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var views = request.Workspace.Views;
        request.Arguments.Required("user_id");
        if (!request.Workspace.HasHomeTab) throw new SlackRefusal("not_enabled");
        var user = request.ExistingUser("user_id");
        var sent = ViewContent.Read(request, "home");
        var home = views.HomeOf(user);
        if (home is not null && request.Arguments.Text("hash") is { } hash && hash != home.Hash) throw new SlackRefusal("hash_conflict");
        var published = home is null ? views.Open(user.Id, sent) : views.Update(home, sent);
        return new JsonObject { ["view"] = ViewJson.Of(published, request.Workspace) };
    }
}
