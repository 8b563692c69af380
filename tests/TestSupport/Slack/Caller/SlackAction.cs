using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// An entry in the "actions" of a block_actions payload: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
/// </summary>
internal static class SlackAction
{
    public static JsonObject Find(JsonElement blocks, string actionId, string? value, string? blockId, string ts)
    {
        var all = Elements(blocks).ToList();
        var fitting = all.Where(e => e.ActionId == actionId && (blockId is null || e.BlockId == blockId)).ToList();
        var found = fitting.Count > 1 && value is not null ? fitting.FindAll(e => Text(e.Element, "value") == value) : fitting;
        if (found.Count is not 1)
        {
            var there = string.Join(", ", all.Select(e => $"{e.ActionId} (block {e.BlockId}, value {Text(e.Element, "value")})"));
            throw new InvalidOperationException($"{found.Count} elements have the action_id {actionId}. There are: {there}");
        }

        return Of(found[0].Element, found[0].BlockId, actionId, value, ts);
    }

    private static JsonObject Of(JsonElement element, string blockId, string actionId, string? value, string ts)
    {
        var type = Text(element, "type")!;
        var action = new JsonObject { ["type"] = type, ["action_id"] = actionId, ["block_id"] = blockId, ["action_ts"] = ts };
        switch (type)
        {
            case "button":
                action["text"] = JsonObject.Create(element.GetProperty("text"));
                if (Text(element, "value") is { } own) action["value"] = own;
                if (Text(element, "style") is { } style) action["style"] = style;
                break;
            case "users_select":
                action["selected_user"] = value;
                break;
            case "multi_users_select":
                action["selected_users"] = SlackAnswers.Array(value?.Split(',') ?? []);
                break;
            case "datepicker":
                action["selected_date"] = value;
                break;
            case "plain_text_input":
                action["value"] = value;
                break;
            case "multi_static_select" or "checkboxes":
                action["selected_options"] = new JsonArray([.. (value?.Split(',') ?? []).Select(v => Option(element, v))]);
                break;
            default:
                action["selected_option"] = Option(element, value);
                break;
        }

        return action;
    }

    /// <summary>The option exactly as the bot sent it, because Slack returns it unchanged.</summary>
    public static JsonObject Option(JsonElement element, string? value)
    {
        var options = Items(element, "options").Concat(Items(element, "option_groups").SelectMany(g => Items(g, "options"))).ToList();
        var option = options.Find(o => Text(o, "value") == value);
        return option.ValueKind is JsonValueKind.Object
            ? JsonObject.Create(option)!
            : throw new InvalidOperationException(
                $"There is no option {value}. There are: {string.Join(", ", options.Select(o => Text(o, "value")))}");
    }

    public static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<(string BlockId, string ActionId, JsonElement Element)> Elements(JsonElement blocks)
    {
        if (blocks.ValueKind is not JsonValueKind.Array) yield break;
        foreach (var block in blocks.EnumerateArray())
        {
            var blockId = Text(block, "block_id")!;
            foreach (var name in (string[])["accessory", "element"])
            {
                if (block.TryGetProperty(name, out var one) && Text(one, "action_id") is { } id) yield return (blockId, id, one);
            }

            foreach (var element in Items(block, "elements"))
            {
                if (Text(element, "action_id") is { } id) yield return (blockId, id, element);
            }
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind is JsonValueKind.Array ? items.EnumerateArray() : default;
}
