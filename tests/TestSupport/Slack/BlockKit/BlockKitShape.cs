using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>The properties of one kind of object. Others are refused.</summary>
internal sealed record BlockKitShape
{
    /// <summary>Empty for objects without a type, such as options.</summary>
    public string Type { get; init; } = "";

    public required BlockKitProperties Properties { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Rules about several properties together.</summary>
    public BlockKitRule Also { get; init; } = BlockKitRules.Anything;

    public void Check(BlockKitScan scan, JsonElement value, string at)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            scan.Find(at, "must provide an object");
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            var pointer = $"{at}/{property.Name}";
            if (property.Name is "type" && Type.Length > 0) BlockKitRules.OneOf(Type)(scan, property.Value, pointer);
            else if (Properties.TryGetValue(property.Name, out var rule)) rule(scan, property.Value, pointer);
            else scan.Find(at, $"invalid additional property: {property.Name}");
        }

        if (Type.Length > 0 && !value.TryGetProperty("type", out _)) scan.Find(at, "missing required field: type");
        foreach (var name in Required)
        {
            if (!value.TryGetProperty(name, out _)) scan.Find(at, $"missing required field: {name}");
        }

        Also(scan, value, at);
    }
}
