using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

internal static class ViewsOpen
{
    public static SlackMethod Method { get; } = new()
    {
        Name = "views.open",
        Arguments = SlackMethod.Taking("trigger_id", "interactivity_pointer", "view"),
        Required = "trigger_id",
        TakesJson = true,
        Tier = 4,
        Answer = Answer,
    };

    private static JsonObject Answer(SlackRequest request)
    {
        var workspace = request.Workspace;
        var id = request.Arguments.Required("trigger_id");
        var sent = ViewContent.Read(request, "modal");
        if (sent.TryGetProperty("external_id", out var external)
            && external.GetString() is { Length: > 0 } name
            && workspace.Views.FindExternal(name) is not null)
        {
            throw new SlackRefusal("duplicate_external_id");
        }

        var trigger = workspace.Triggers.Exchange(id);
        return new JsonObject { ["view"] = ViewJson.Of(workspace.Views.Open(trigger.UserId, sent), workspace) };
    }
}
