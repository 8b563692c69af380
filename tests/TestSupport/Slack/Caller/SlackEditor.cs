using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RelateBot.TestSupport.Slack;

/// <summary>
/// Creates the blocks that Slack's editor sends with typed text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
/// </summary>
internal static partial class SlackEditor
{
    public static JsonElement Blocks(string text)
    {
        var containers = new JsonArray();
        var position = 0;
        foreach (Match match in Container().Matches(text))
        {
            AddSection(containers, text[position..match.Index]);
            var (type, inside) = match.Value[0] is '`'
                ? ("rich_text_preformatted", match.Value[3..^3])
                : ("rich_text_quote", match.Value["&gt;".Length..].Trim());
            containers.Add(new JsonObject { ["type"] = type, ["elements"] = Elements(inside) });
            position = match.Index + match.Length;
        }

        AddSection(containers, text[position..]);
        return JsonSerializer.SerializeToElement(new JsonArray(new JsonObject
        {
            ["type"] = "rich_text",
            ["block_id"] = "b1",
            ["elements"] = containers
        }));
    }

    private static void AddSection(JsonArray containers, string text)
    {
        if (text.Length > 0) containers.Add(new JsonObject { ["type"] = "rich_text_section", ["elements"] = Elements(text) });
    }

    private static JsonArray Elements(string text)
    {
        var elements = new JsonArray();
        var position = 0;
        foreach (Match match in Element().Matches(text))
        {
            AddText(elements, text[position..match.Index]);
            elements.Add(Of(match));
            position = match.Index + match.Length;
        }

        AddText(elements, text[position..]);
        return elements;
    }

    private static JsonObject Of(Match match) => match.Groups switch
    {
        _ when match.Groups["user"].Success => new JsonObject { ["type"] = "user", ["user_id"] = match.Groups["user"].Value },
        _ when match.Groups["group"].Success => new JsonObject { ["type"] = "usergroup", ["usergroup_id"] = match.Groups["group"].Value },
        _ when match.Groups["emoji"].Success => new JsonObject { ["type"] = "emoji", ["name"] = match.Groups["emoji"].Value },
        _ when match.Groups["link"].Success => new JsonObject { ["type"] = "link", ["url"] = match.Groups["link"].Value },
        _ when match.Groups["codeuser"].Success =>
            new JsonObject { ["type"] = "user", ["user_id"] = match.Groups["codeuser"].Value, ["style"] = Code() },
        _ => new JsonObject { ["type"] = "text", ["text"] = Unescape(match.Groups["code"].Value), ["style"] = Code() },
    };

    private static JsonObject Code() => new() { ["code"] = true };

    private static void AddText(JsonArray elements, string text)
    {
        if (text.Length > 0) elements.Add(new JsonObject { ["type"] = "text", ["text"] = Unescape(text) });
    }

    private static string Unescape(string text) =>
        text
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"```.+?```|(?<=^|\n)&gt;[^\n]*\n?", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Container();

    [GeneratedRegex(
        @"<@(?<user>[UW]\w+)(\|[^>]*)?>|<!subteam\^(?<group>S\w+)(\|[^>]*)?>|<(?<link>https?://[^>|]+)(\|[^>]*)?>|:(?<emoji>[a-z][a-z0-9_]*):|`<@(?<codeuser>[UW]\w+)>`|`(?<code>[^`\n]+)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Element();
}
