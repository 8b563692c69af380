using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/composition-objects</summary>
internal static class BlockKitObjects
{
    private static readonly BlockKitShape confirm = new()
    {
        Properties = new()
        {
            ["title"] = PlainText(100),
            ["text"] = AnyText(300),
            ["confirm"] = PlainText(30),
            ["deny"] = PlainText(30),
            ["style"] = BlockKitRules.OneOf("primary", "danger"),
        },
        Required = ["title", "text", "confirm", "deny"],
    };

    private static readonly BlockKitShape selectOption = Option(PlainText(75));
    private static readonly BlockKitShape checkOption = Option(AnyText(75));
    private static readonly BlockKitShape overflowOption =
        selectOption with { Properties = selectOption.Properties.And(new() { ["url"] = BlockKitRules.Url }) };

    private static readonly BlockKitShape optionGroup = new()
    {
        Properties = new() { ["label"] = PlainText(75), ["options"] = BlockKitRules.List(1, 100, SelectOption) },
        Required = ["label", "options"],
    };

    public static BlockKitRule Confirm => confirm.Check;

    public static BlockKitRule SelectOption => selectOption.Check;

    public static BlockKitRule CheckOption => checkOption.Check;

    public static BlockKitRule OverflowOption => overflowOption.Check;

    public static BlockKitRule OptionGroup => optionGroup.Check;

    public static BlockKitRule PlainText(int most) => BlockKitRules.Typed(Plain(most));

    public static BlockKitRule AnyText(int most) => BlockKitRules.Typed(Plain(most), new BlockKitShape
    {
        Type = "mrkdwn",
        Properties = new() { ["text"] = Counted(most), ["verbatim"] = BlockKitRules.Flag },
        Required = ["text"],
    });

    /// <summary>initial_option and initial_options must match options exactly. Values must be unique.</summary>
    public static void CheckChoices(BlockKitScan scan, JsonElement element, string at)
    {
        var grouped = element.TryGetProperty("option_groups", out var groups);
        if (element.TryGetProperty("options", out var plain) == grouped)
        {
            scan.Find(at, "must have exactly one of options and option_groups");
            return;
        }

        var options = grouped ? [.. Items(groups).SelectMany(g => g.TryGetProperty("options", out var o) ? Items(o) : [])] : Items(plain);
        var values = options.Select(o => o.TryGetProperty("value", out var value) ? value.ToString() : "").ToList();
        if (values.Distinct(StringComparer.Ordinal).Count() < values.Count) scan.Find(at + "/options", "option values must be unique");
        var initial = new List<(JsonElement Option, string At)>();
        if (element.TryGetProperty("initial_option", out var one)) initial.Add((one, $"{at}/initial_option"));
        if (element.TryGetProperty("initial_options", out var many))
            initial.AddRange(Items(many).Select((o, i) => (o, $"{at}/initial_options/{i}")));
        foreach (var (option, pointer) in initial)
        {
            if (!options.Exists(o => JsonElement.DeepEquals(o, option))) scan.Find(pointer, "must be exactly one of the options");
        }
    }

    private static List<JsonElement> Items(JsonElement array) =>
        array.ValueKind is JsonValueKind.Array ? [.. array.EnumerateArray().Where(i => i.ValueKind is JsonValueKind.Object)] : [];

    private static BlockKitShape Plain(int most) => new()
    {
        Type = "plain_text",
        Properties = new() { ["text"] = Counted(most), ["emoji"] = BlockKitRules.Flag },
        Required = ["text"],
    };

    private static BlockKitRule Counted(int most) => (scan, value, at) =>
    {
        if (value.ValueKind is JsonValueKind.String) scan.TextLength += BlockKitRules.Length(value.GetString()!);
        BlockKitRules.Text(most)(scan, value, at);
    };

    private static BlockKitShape Option(BlockKitRule text) => new()
    {
        Properties = new() { ["text"] = text, ["value"] = BlockKitRules.Text(150), ["description"] = PlainText(75) },
        Required = ["text", "value"],
    };
}
