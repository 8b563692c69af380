using System.Globalization;
using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>Rules for simple values, with Slack's error texts.</summary>
internal static class BlockKitRules
{
    private static readonly string[] schemes = ["http", "https", "mailto", "tel", "slack"];

    public static BlockKitRule Anything { get; } = static (_, _, _) => { };

    public static BlockKitRule Flag { get; } = static (scan, value, at) =>
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) scan.Find(at, "must be a boolean");
    };

    public static BlockKitRule BlockId { get; } = static (scan, value, at) =>
    {
        Text(255)(scan, value, at);
        if (value.ValueKind is JsonValueKind.String && !scan.IsNewBlockId(value.GetString()!)) scan.Find(at, "block_id already exists");
    };

    public static BlockKitRule ActionId { get; } = static (scan, value, at) =>
    {
        Text(255)(scan, value, at);
        if (value.ValueKind is JsonValueKind.String && !scan.IsNewActionId(value.GetString()!)) scan.Find(at, "action_id already exists");
    };

    public static BlockKitRule Focus { get; } = static (scan, value, at) =>
    {
        Flag(scan, value, at);
        if (value.ValueKind is JsonValueKind.True && ++scan.FocusedElements > 1) scan.Find(at, "only one element may have focus_on_load");
    };

    public static BlockKitRule Url { get; } = static (scan, value, at) =>
    {
        Text(3000)(scan, value, at);
        if (value.ValueKind is not JsonValueKind.String) return;
        if (!Uri.TryCreate(value.GetString(), UriKind.Absolute, out var url) || !schemes.Contains(url.Scheme, StringComparer.Ordinal))
            scan.Find(at, "must be a valid url");
    };

    public static BlockKitRule Day { get; } = static (scan, value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.String
            || !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            scan.Find(at, "must be a date in the format YYYY-MM-DD");
        }
    };

    public static BlockKitRule Text(int most, int least = 1) => (scan, value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            scan.Find(at, "must be a string");
            return;
        }

        var length = Length(value.GetString()!);
        if (length > most) scan.Find(at, $"must be less than {most + 1} characters");
        if (length < least) scan.Find(at, $"must be more than {least - 1} characters");
    };

    public static BlockKitRule Number(int least, int most) => (scan, value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out var number)) scan.Find(at, "must be a number");
        else if (number < least || number > most)
            scan.Find(at, string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most}"));
    };

    public static BlockKitRule OneOf(params string[] values) => (scan, value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.String || !values.Contains(value.GetString(), StringComparer.Ordinal))
            scan.Find(at, $"must be one of {string.Join(", ", values)}");
    };

    public static BlockKitRule List(int least, int most, BlockKitRule each) => (scan, value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            scan.Find(at, "must be an array");
            return;
        }

        var count = value.GetArrayLength();
        if (count > most) scan.Find(at, $"no more than {most} items allowed");
        if (count < least) scan.Find(at, $"no fewer than {least} items allowed");
        var index = 0;
        foreach (var item in value.EnumerateArray()) each(scan, item, $"{at}/{index++}");
    };

    /// <summary>Requires an object with one of these types.</summary>
    public static BlockKitRule Typed(params BlockKitShape[] shapes)
    {
        var byType = shapes.ToDictionary(s => s.Type, StringComparer.Ordinal);
        return (scan, value, at) =>
        {
            if (value.ValueKind is not JsonValueKind.Object) scan.Find(at, "must provide an object");
            else if (!value.TryGetProperty("type", out var type) || type.ValueKind is not JsonValueKind.String)
                scan.Find(at, "missing required field: type");
            else if (byType.TryGetValue(type.GetString()!, out var shape)) shape.Check(scan, value, at);
            else scan.Find(at + "/type", $"unsupported type: {type.GetString()}");
        };
    }

    /// <summary>Slack counts Unicode code points.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes()) length++;
        return length;
    }
}
