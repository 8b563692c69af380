using System.Text.Json;
using System.Text.Json.Serialization;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Access;

namespace RelateBot.Bot.Slack.Text;

/// <summary>
/// Reads the rich text blocks of Slack's editor, in which code and quotations are marked:
/// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block. Unknown elements are ignored.
/// </summary>
internal sealed class RichText : JsonConverter<IncomingText>
{
    /// <inheritdoc />
    public override IncomingText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(JsonElement.ParseValue(ref reader));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, IncomingText value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Rich text is read, never written.");

    /// <summary>Returns null when there is no rich text, as in messages from bots.</summary>
    private static IncomingText? Read(JsonElement blocks)
    {
        var containers = Items(blocks).Where(block => KindOf(block) == "rich_text").SelectMany(block => Items(block, "elements")).ToList();
        if (containers.Count == 0)
        {
            return null;
        }

        var writer = new IncomingTextWriter();
        foreach (var container in containers)
        {
            Write(container, writer, isVerbatim: false);
        }

        return writer.ToText();
    }

    private static void Write(JsonElement container, IncomingTextWriter writer, bool isVerbatim)
    {
        if (KindOf(container) != "rich_text_list")
        {
            writer.StartLine();
        }

        isVerbatim |= KindOf(container) is "rich_text_preformatted" or "rich_text_quote";
        foreach (var element in Items(container, "elements"))
        {
            if (KindOf(element) == "rich_text_section")
            {
                Write(element, writer, isVerbatim);
            }
            else
            {
                WriteElement(element, writer, isVerbatim || (element.TryGetProperty("style", out var style) && IsTrue(style, "code")));
            }
        }
    }

    private static void WriteElement(JsonElement element, IncomingTextWriter writer, bool isVerbatim)
    {
        var (words, span) = KindOf(element) switch
        {
            "text" => (Text(element, "text"), null),
            "user" when Text(element, "user_id") is { } id && SlackId.AreValid(id) => ($"@{id}", new IncomingSpan.Mention(id, Name: null)),
            "usergroup" when Text(element, "usergroup_id") is { } id && SlackId.AreValid(id) =>
                ($"@{id}", new IncomingSpan.GroupMention(id, Name: null)),
            "emoji" when Text(element, "name") is { } name => ($":{name}:", null),
            "link" => (Text(element, "text") ?? Text(element, "url"), null),
            "channel" when Text(element, "channel_id") is { } id => ($"#{id}", null),
            "broadcast" when Text(element, "range") is { } range => ($"@{range}", null),
            _ => ((string?)null, (IncomingSpan?)null),
        };
        if (isVerbatim)
        {
            writer.Verbatim(words ?? "");
        }
        else if (span is not null)
        {
            writer.Add(span);
        }
        else
        {
            writer.Words(words ?? "");
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement array) =>
        array.ValueKind is JsonValueKind.Array ? array.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object) : [];

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) ? Items(items) : [];

    private static string? KindOf(JsonElement element) => Text(element, "type");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static bool IsTrue(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
}
