using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>
/// Somebody's words in a TextBlock, which is Markdown:
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#format-cards-with-markdown.
/// Backslashes stand only where they are needed: older phones show them.
/// </summary>
internal static partial class CardText
{
    /// <summary>Shows nothing, and keeps apart what together would mean something.</summary>
    private const char Joiner = '\u2060';

    /// <summary>
    /// The words as they are: nothing in them is formatting, a link, a mention or a date. <paramref name="isAtStart"/>: they begin a line.
    /// </summary>
    public static string Escape(string text, bool isAtStart = true)
    {
        var inline = Special()
            .Replace(
                Whole(text)
                    .ReplaceLineEndings("\n")
                    .Replace("{{", $"{{{Joiner}{{", StringComparison.Ordinal)
                    .Replace("{{", $"{{{Joiner}{{", StringComparison.Ordinal),
                @"\$0")
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", $"&lt;{Joiner}", StringComparison.Ordinal);
        var lines = inline.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = i > 0 || isAtStart ? LineStart().Replace(lines[i].TrimStart(), @"${digits}\${mark}") : lines[i];
        }

        // A line break is a paragraph; several are one.
        return string.Join("\n\n", lines.Where((line, i) => i == 0 || i == lines.Length - 1 || line.Length > 0));
    }

    /// <summary>What may stand between <c>&lt;at&gt;</c> and <c>&lt;/at&gt;</c>, where nothing can be escaped.</summary>
    public static string InMention(string name) => Blanks().Replace(Unspeakable().Replace(name, ""), " ").Trim();

    /// <summary>An address as it may stand behind a link; null when it is none of the web's.</summary>
    public static string? Address(string url) =>
        url.Length <= CardLimits.Url
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
                .Replace("(", "%28", StringComparison.Ordinal)
                .Replace(")", "%29", StringComparison.Ordinal)
                .Replace("*", "%2A", StringComparison.Ordinal)
            : null;

    /// <summary>As much of the beginning as takes so many bytes when it is written, between characters as people see them.</summary>
    public static string Clip(string text, int bytes)
    {
        var kept = 0;
        while (kept < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, kept);
            bytes -= Bytes(Escape(text.Substring(kept, next))) + 1;
            if (bytes < 0)
            {
                break;
            }

            kept += next;
        }

        return text[..kept];
    }

    /// <summary>How many it takes within the card's JSON.</summary>
    public static int Bytes(string text) =>
        JsonEncodedText.Encode(Whole(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;

    /// <summary>Plain text of at most so many UTF-16 units.</summary>
    public static string Short(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = 0;
        while (StringInfo.GetNextTextElementLength(text, kept) is var next && kept + next < longest)
        {
            kept += next;
        }

        return $"{text[..kept]}…";
    }

    /// <summary>Without what cannot be shown: control characters and halves of characters.</summary>
    private static string Whole(string text) => Broken().Replace(text, "");

    [GeneratedRegex(
        @"[\p{Cc}-[\n\r\t]]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Broken();

    [GeneratedRegex(@"[\\*_`\[\]~]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    /// <summary>Headings, quotes, lists, tables, rules.</summary>
    [GeneratedRegex(
        @"^(?<digits>\d{0,9})(?<mark>(?<=\d)[.)]|(?<!\d)([>+=|-]|#(?=#{0,5}(\s|$))))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"[\\*_`\[\]~<>&#|{}\p{C}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unspeakable();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
