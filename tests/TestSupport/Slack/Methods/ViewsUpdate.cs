using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ViewsUpdate
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "views.update",
        Arguments = SlackMethod.Taking("view", "view_id", "external_id", "hash"),
        Required = "view_id",
        TakesJson = true,
        Tier = 4,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var (arguments, views) = (request.Arguments, request.Workspace.Views);
        var view = arguments.Text("external_id") is { } external ? views.FindExternal(external) : views.Find(arguments.Required("view_id"));
        var sent = ViewContent.Read(request, view?.Type ?? "modal");
        if (view is not { Closed: false }) throw new SlackRefusal("not_found");
        if (arguments.Text("hash") is { } hash && hash != view.Hash) throw new SlackRefusal("hash_conflict");
        return new JsonObject { ["view"] = ViewJson.Of(views.Update(view, sent), request.Workspace) };
    }
}
