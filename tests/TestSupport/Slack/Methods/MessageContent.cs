using System.Text.Json;
using System.Text.Json.Nodes;
using RelateBot.TestSupport.Slack.BlockKit;

namespace RelateBot.TestSupport.Slack.Methods;

/// <summary>The message content of a call, checked as Slack checks it in every method.</summary>
internal sealed record MessageContent(string Text, JsonElement Blocks, JsonElement Attachments, JsonElement Metadata)
{
    private const int LongestText = 40_000;
    private const int MostAttachments = 100;
    private const int LargestMetadata = 16 * 1024;

    public static MessageContent Read(SlackArguments arguments, SlackWorkspace workspace)
    {
        var text = arguments.Text("text") ?? "";
        var markdown = arguments.Text("markdown_text");
        var blocks = arguments.Json("blocks", JsonValueKind.Array, "invalid_blocks_format");
        var attachments = arguments.Json("attachments", JsonValueKind.Array, "invalid_attachments");
        if (markdown is not null && (text.Length > 0 || Any(blocks))) throw new SlackRefusal("markdown_text_conflict");
        if (text.Length is 0 && markdown is null && !Any(blocks) && !Any(attachments)) throw new SlackRefusal("no_text");
        if (BlockKitRules.Length(markdown ?? text) > LongestText) throw new SlackRefusal("msg_too_long");
        if (Any(attachments)) CheckAttachments(attachments);
        if (Any(blocks)) Refuse(BlockKitLimits.CheckMessage(blocks));
        return new MessageContent(
            markdown ?? text,
            Any(blocks) ? WithIds(blocks, workspace) : default,
            Any(attachments) ? attachments : default,
            ReadMetadata(arguments));
    }

    /// <summary>Slack adds an id to every block without one.</summary>
    public static JsonElement WithIds(JsonElement blocks, SlackWorkspace workspace)
    {
        if (blocks.EnumerateArray().All(b => b.TryGetProperty("block_id", out _))) return blocks.Clone();
        var array = JsonArray.Create(blocks)!;
        foreach (var block in array) block!["block_id"] ??= workspace.NewId("b");
        return JsonSerializer.SerializeToElement(array);
    }

    public SlackMessage Onto(SlackMessage message) =>
        message with
        {
            Text = Text,
            Blocks = Blocks,
            Attachments = Attachments,
            Metadata = Metadata.ValueKind is JsonValueKind.Undefined ? message.Metadata : Metadata
        };

    private static bool Any(JsonElement array) => array.ValueKind is JsonValueKind.Array && array.GetArrayLength() > 0;

    private static void CheckAttachments(JsonElement attachments)
    {
        if (attachments.GetArrayLength() > MostAttachments) throw new SlackRefusal("too_many_attachments");
        var index = 0;
        foreach (var attachment in attachments.EnumerateArray())
        {
            if (attachment.ValueKind is not JsonValueKind.Object) throw new SlackRefusal("invalid_attachments");
            if (attachment.TryGetProperty("blocks", out var blocks))
                Refuse(BlockKitLimits.CheckMessage(blocks, $"/attachments/{index}/blocks"));
            index++;
        }
    }

    private static void Refuse(IReadOnlyList<BlockKitFinding> findings)
    {
        if (findings.Count is 0) return;
        var error = findings.Any(f => f.IsTotal) ? "msg_blocks_too_long" : "invalid_blocks";
        throw new SlackRefusal(error, [.. findings.Select(f => f.ToString())]);
    }

    private static JsonElement ReadMetadata(SlackArguments arguments)
    {
        var metadata = arguments.Json("metadata", JsonValueKind.Object, "invalid_metadata_format");
        if (metadata.ValueKind is JsonValueKind.Undefined) return metadata;
        var names = metadata.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        if (!names.SetEquals(["event_type", "event_payload"])
            || metadata.GetProperty("event_type") is not { ValueKind: JsonValueKind.String } type || type.GetString() is ""
            || metadata.GetProperty("event_payload").ValueKind is not JsonValueKind.Object)
            throw new SlackRefusal("invalid_metadata_format");
        return metadata.GetRawText().Length <= LargestMetadata ? metadata.Clone() : throw new SlackRefusal("metadata_too_large");
    }
}
