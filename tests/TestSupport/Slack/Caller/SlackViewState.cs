using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelateBot.TestSupport.Slack;

/// <summary>A person's input in a view, by block_id. https://docs.slack.dev/reference/views#view-state</summary>
public sealed class SlackViewState
{
    private readonly Dictionary<string, Func<JsonElement, JsonNode?>> entered = new(StringComparer.Ordinal);

    public SlackViewState Text(string blockId, string text) => Enter(blockId, _ => text.Length is 0 ? null : text);

    public SlackViewState User(string blockId, SlackUser user) => Enter(blockId, _ => user.Id);

    public SlackViewState Users(string blockId, params SlackUser[] users) =>
        Enter(blockId, _ => SlackAnswers.Array(users.Select(u => u.Id)));

    /// <summary>Any day is possible, because Slack's calendar has no limits.</summary>
    public SlackViewState Day(string blockId, DateOnly day) =>
        Enter(blockId, _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Selects one option by its value.</summary>
    public SlackViewState Option(string blockId, string value) => Enter(blockId, element => SlackAction.Option(element, value));

    /// <summary>Selects several options or check boxes by their values. No value clears them.</summary>
    public SlackViewState Options(string blockId, params string[] values) =>
        Enter(blockId, element => new JsonArray([.. values.Select(v => SlackAction.Option(element, v))]));

    /// <summary>Returns state.values with every input of the view, filled in or with its initial value.</summary>
    internal JsonObject For(SlackView view, bool complete)
    {
        var values = new JsonObject();
        var unused = entered.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var block in view.Blocks.EnumerateArray().Where(b => SlackAction.Text(b, "type") is "input"))
        {
            var blockId = SlackAction.Text(block, "block_id")!;
            var element = block.GetProperty("element");
            unused.Remove(blockId);
            var value = entered.TryGetValue(blockId, out var enter) ? enter(element) : Initial(element);
            var isOptional = block.TryGetProperty("optional", out var optional) && optional.GetBoolean();
            if (complete && !isOptional && IsEmpty(value))
                throw new InvalidOperationException($"Slack does not submit: {blockId} is empty.");
            if (complete) CheckLength(blockId, element, value);
            var actionId = SlackAction.Text(element, "action_id") ?? blockId;
            values[blockId] = new JsonObject
            {
                [actionId] = new JsonObject
                {
                    ["type"] = SlackAction.Text(element, "type"),
                    [StateName(element)] = value
                }
            };
        }

        return unused.Count is 0 ? values : throw new InvalidOperationException($"The view has no input {string.Join(", ", unused)}.");
    }

    private static string StateName(JsonElement element) => SlackAction.Text(element, "type") switch
    {
        "plain_text_input" => "value",
        "users_select" => "selected_user",
        "multi_users_select" => "selected_users",
        "datepicker" => "selected_date",
        "multi_static_select" or "checkboxes" => "selected_options",
        _ => "selected_option",
    };

    private static JsonNode? Initial(JsonElement element)
    {
        var name = StateName(element);
        if (element.TryGetProperty(
            name.Replace("selected_", "initial_", StringComparison.Ordinal).Replace("value", "initial_value", StringComparison.Ordinal),
            out var initial))
        {
            return JsonNode.Parse(initial.GetRawText());
        }

        return name is "selected_users" or "selected_options" ? new JsonArray() : null;
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count is 0,
        JsonValue text => text.GetValueKind() is JsonValueKind.String && text.GetValue<string>().Length is 0,
        _ => false,
    };

    private static void CheckLength(string blockId, JsonElement element, JsonNode? value)
    {
        if (SlackAction.Text(element, "type") is not "plain_text_input" || value is null) return;
        var length = BlockKit.BlockKitRules.Length(value.GetValue<string>());
        if (element.TryGetProperty("max_length", out var most) && length > most.GetInt32())
            throw new InvalidOperationException($"Slack does not submit: {blockId} is too long.");
        if (element.TryGetProperty("min_length", out var least) && length < least.GetInt32())
            throw new InvalidOperationException($"Slack does not submit: {blockId} is too short.");
    }

    private SlackViewState Enter(string blockId, Func<JsonElement, JsonNode?> value)
    {
        entered[blockId] = value;
        return this;
    }
}
