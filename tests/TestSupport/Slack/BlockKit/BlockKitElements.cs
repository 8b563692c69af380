using System.Text.Json;

namespace RelateBot.TestSupport.Slack.BlockKit;

/// <summary>https://docs.slack.dev/reference/block-kit/block-elements</summary>
internal static class BlockKitElements
{
    private const int LongestInput = 3000;

    public static BlockKitShape Image { get; } = new()
    {
        Type = "image",
        Properties = new() { ["image_url"] = BlockKitRules.Url, ["alt_text"] = BlockKitRules.Text(2000, least: 0) },
        Required = ["image_url", "alt_text"],
    };

    private static readonly BlockKitShape button = Interactive("button", required: ["text"], new()
    {
        ["text"] = BlockKitObjects.PlainText(75),
        ["url"] = BlockKitRules.Url,
        ["value"] = BlockKitRules.Text(2000, least: 0),
        ["style"] = BlockKitRules.OneOf("primary", "danger"),
        ["confirm"] = BlockKitObjects.Confirm,
        ["accessibility_label"] = BlockKitRules.Text(75),
    });

    private static readonly BlockKitShape staticSelect = Choosing("static_select", Menu(new()
    {
        ["options"] = BlockKitRules.List(1, 100, BlockKitObjects.SelectOption),
        ["option_groups"] = BlockKitRules.List(1, 100, BlockKitObjects.OptionGroup),
        ["initial_option"] = BlockKitObjects.SelectOption,
    }));

    private static readonly BlockKitShape multiStaticSelect = Choosing("multi_static_select", Menu(new()
    {
        ["options"] = BlockKitRules.List(1, 100, BlockKitObjects.SelectOption),
        ["option_groups"] = BlockKitRules.List(1, 100, BlockKitObjects.OptionGroup),
        ["initial_options"] = BlockKitRules.List(1, 100, BlockKitObjects.SelectOption),
        ["max_selected_items"] = BlockKitRules.Number(1, int.MaxValue),
    }));

    private static readonly BlockKitShape usersSelect = Interactive(
        "users_select",
        [],
        Menu(new() { ["initial_user"] = BlockKitRules.Text(255) }));

    private static readonly BlockKitShape multiUsersSelect = Interactive("multi_users_select", [], Menu(new()
    {
        ["initial_users"] = BlockKitRules.List(0, 100, BlockKitRules.Text(255)),
        ["max_selected_items"] = BlockKitRules.Number(1, int.MaxValue),
    }));

    private static readonly BlockKitShape checkboxes = Choosing("checkboxes", new()
    {
        ["options"] = BlockKitRules.List(1, 10, BlockKitObjects.CheckOption),
        ["initial_options"] = BlockKitRules.List(1, 10, BlockKitObjects.CheckOption),
        ["confirm"] = BlockKitObjects.Confirm,
        ["focus_on_load"] = BlockKitRules.Focus,
    });

    private static readonly BlockKitShape radioButtons = Choosing("radio_buttons", new()
    {
        ["options"] = BlockKitRules.List(1, 10, BlockKitObjects.CheckOption),
        ["initial_option"] = BlockKitObjects.CheckOption,
        ["confirm"] = BlockKitObjects.Confirm,
        ["focus_on_load"] = BlockKitRules.Focus,
    });

    private static readonly BlockKitShape overflow = Interactive("overflow", required: ["options"], new()
    {
        ["options"] = BlockKitRules.List(1, 5, BlockKitObjects.OverflowOption),
        ["confirm"] = BlockKitObjects.Confirm,
    });

    private static readonly BlockKitShape plainTextInput = Interactive("plain_text_input", [], new()
    {
        ["placeholder"] = BlockKitObjects.PlainText(150),
        ["initial_value"] = BlockKitRules.Text(LongestInput, least: 0),
        ["multiline"] = BlockKitRules.Flag,
        ["min_length"] = BlockKitRules.Number(0, LongestInput),
        ["max_length"] = BlockKitRules.Number(1, LongestInput),
        ["dispatch_action_config"] = BlockKitRules.Anything,
        ["focus_on_load"] = BlockKitRules.Focus,
    }) with
    { Also = CheckLengths };

    private static readonly BlockKitShape datepicker = Interactive("datepicker", [], Menu(new() { ["initial_date"] = BlockKitRules.Day }));

    public static BlockKitRule InSection { get; } =
        BlockKitRules.Typed(
            Image,
            button,
            staticSelect,
            multiStaticSelect,
            usersSelect,
            multiUsersSelect,
            checkboxes,
            radioButtons,
            datepicker,
            overflow);

    public static BlockKitRule InActions { get; } =
        BlockKitRules.Typed(
            button,
            staticSelect,
            multiStaticSelect,
            usersSelect,
            multiUsersSelect,
            checkboxes,
            radioButtons,
            datepicker,
            overflow);

    public static BlockKitRule InInput { get; } =
        BlockKitRules.Typed(
            plainTextInput,
            staticSelect,
            multiStaticSelect,
            usersSelect,
            multiUsersSelect,
            checkboxes,
            radioButtons,
            datepicker);

    private static BlockKitShape Interactive(string type, string[] required, BlockKitProperties properties) => new()
    {
        Type = type,
        Properties = properties.And(new() { ["action_id"] = BlockKitRules.ActionId }),
        Required = required,
    };

    private static BlockKitShape Choosing(string type, BlockKitProperties properties) =>
        Interactive(type, [], properties) with { Also = BlockKitObjects.CheckChoices };

    private static BlockKitProperties Menu(BlockKitProperties properties) => properties.And(new()
    {
        ["placeholder"] = BlockKitObjects.PlainText(150),
        ["confirm"] = BlockKitObjects.Confirm,
        ["focus_on_load"] = BlockKitRules.Focus,
    });

    private static void CheckLengths(BlockKitScan scan, JsonElement element, string at)
    {
        var least = element.TryGetProperty("min_length", out var min) && min.TryGetInt32(out var low) ? low : 0;
        var most = element.TryGetProperty("max_length", out var max) && max.TryGetInt32(out var high) ? high : LongestInput;
        if (least > most) scan.Find(at, "min_length must not be greater than max_length");
        if (element.TryGetProperty("initial_value", out var value)
            && value.ValueKind is JsonValueKind.String
            && BlockKitRules.Length(value.GetString()!) > most)
        {
            scan.Find(at + "/initial_value", $"must be less than {most + 1} characters");
        }
    }
}
