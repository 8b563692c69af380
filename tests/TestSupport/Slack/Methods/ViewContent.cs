using RelateBot.TestSupport.Slack.BlockKit;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>The view in a call, checked as Slack checks it.</summary>
internal static class ViewContent
{
    private const int LargestView = 250_000;

    public static JsonElement Read(SlackRequest request, string type)
    {
        var view = request.Arguments.Json("view", JsonValueKind.Object, "invalid_arguments");
        if (view.ValueKind is JsonValueKind.Undefined) throw SlackRefusal.MissingField("view");
        return Checked(view, type, request.Workspace);
    }

    /// <summary>Also checks the views in a response_action.</summary>
    public static JsonElement Checked(JsonElement view, string type, SlackWorkspace workspace)
    {
        if (Encoding.UTF8.GetByteCount(view.GetRawText()) > LargestView) throw new SlackRefusal("view_too_large");
        var findings = BlockKitLimits.CheckView(view, type);
        if (findings.Count > 0) throw new SlackRefusal("invalid_arguments", [.. findings.Select(f => f.ToString())]);
        var json = JsonObject.Create(view)!;
        json["blocks"] = JsonArray.Create(MessageContent.WithIds(view.GetProperty("blocks"), workspace));
        return JsonSerializer.SerializeToElement(json);
    }
}
