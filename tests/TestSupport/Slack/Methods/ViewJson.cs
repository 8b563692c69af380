using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>A view as Slack returns it.</summary>
internal static class ViewJson
{
    private static readonly string[] optional = ["private_metadata", "callback_id", "external_id"];

    public static JsonObject Of(SlackView view, SlackWorkspace workspace, JsonObject? stateValues = null)
    {
        var json = JsonObject.Create(view.Sent)!;
        foreach (var name in optional) json[name] ??= "";
        foreach (var name in (string[])["title", "submit", "close"]) json[name] ??= null;
        json["clear_on_close"] ??= false;
        json["notify_on_close"] ??= false;
        json["id"] = view.Id;
        json["team_id"] = workspace.Id;
        json["state"] = new JsonObject { ["values"] = stateValues ?? [] };
        json["hash"] = view.Hash;
        json["root_view_id"] = view.RootViewId;
        json["previous_view_id"] = view.PreviousViewId;
        json["app_id"] = workspace.StandIn.Options.AppId;
        json["app_installed_team_id"] = workspace.Id;
        json["bot_id"] = workspace.BotId;
        return json;
    }
}
