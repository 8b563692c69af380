using System.Globalization;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>The arguments of a call from a form, a query or JSON.</summary>
internal sealed class SlackArguments(IReadOnlyDictionary<string, JsonElement> values)
{
    public IReadOnlyDictionary<string, JsonElement> Values => values;

    public string? Text(string name)
    {
        if (!values.TryGetValue(name, out var value) || value.ValueKind is JsonValueKind.Null) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => throw new SlackRefusal("invalid_arguments", $"must be a string [json-pointer:/{name}]"),
        };
    }

    public string Required(string name) => Text(name) ?? throw SlackRefusal.MissingField(name);

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        _ => throw new SlackRefusal("invalid_arguments", $"must be a boolean [json-pointer:/{name}]"),
    };

    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SlackRefusal("invalid_arguments", $"must be a number [json-pointer:/{name}]");
    }

    /// <summary>Returns an object or array. Slack also accepts a string that contains JSON. Undefined when absent.</summary>
    public JsonElement Json(string name, JsonValueKind kind, string error)
    {
        if (!values.TryGetValue(name, out var value) || value.ValueKind is JsonValueKind.Null) return default;
        if (value.ValueKind is JsonValueKind.String)
        {
            if (value.GetString() is not { Length: > 0 } text) return default;
            try
            {
                value = JsonElement.Parse(text);
            }
            catch (JsonException)
            {
                throw new SlackRefusal(error, $"must be valid JSON [json-pointer:/{name}]");
            }
        }

        var what = kind is JsonValueKind.Array ? "an array" : "an object";
        return value.ValueKind == kind ? value : throw new SlackRefusal(error, $"must provide {what} [json-pointer:/{name}]");
    }

    /// <summary>The arguments for the journal.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(values);
}
