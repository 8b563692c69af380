using System.Text.Json;

namespace RelateBot.TestSupport.Teams;

/// <summary>Finds what Teams would refuse in a message with a card.</summary>
internal static class TeamsCards
{
    public static IEnumerable<string> FaultsOf(JsonElement activity)
    {
        if (activity.GetProperty("type").GetString() is not "message") yield return "type";
        var hasText = activity.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 };
        var hasCards = activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0;
        if (!hasText && !hasCards) yield return "empty message";
        foreach (var fault in hasCards ? attachments.EnumerateArray().SelectMany(OfAttachment) : []) yield return fault;
    }

    private static IEnumerable<string> OfAttachment(JsonElement attachment)
    {
        var card = attachment.GetProperty("content");
        if (attachment.GetProperty("contentType").GetString() is not "application/vnd.microsoft.card.adaptive") yield return "contentType";
        if (card.GetProperty("type").GetString() is not "AdaptiveCard") yield return "card type";
        if (!Version.TryParse(card.GetProperty("version").GetString(), out var version) || version > new Version(1, 5))
            yield return "card version";
        if (card.GetProperty("body").GetArrayLength() == 0) yield return "empty card";

        // A mention needs both its text and its entity.
        var entities = card.TryGetProperty("msteams", out var msteams) && msteams.TryGetProperty("entities", out var found)
            ? found.EnumerateArray().ToList()
            : [];
        var raw = card.GetProperty("body").ToString();
        foreach (var entity in entities)
        {
            if (!raw.Contains(
                JsonEncodedText
                    .Encode(entity.GetProperty("text").GetString()!, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                    .ToString(),
                StringComparison.Ordinal)) yield return "mention without text";
        }
    }
}
