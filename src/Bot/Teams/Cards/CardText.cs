using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RelateBot.Bot.Teams.Cards;

/// <summary>
/// User text in a TextBlock, which is Markdown:
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#format-cards-with-markdown. Backslashes
/// are used only where needed, because older phones show them.
/// </summary>
internal static partial class CardText
{
    /// <summary>An invisible character that separates characters which together have a meaning.</summary>
    private const char Joiner = '\u2060';

    /// <summary>
    /// Escapes the text so that it has no formatting, link, mention or date. <paramref name="isAtStart"/>: it starts a line.
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

        // Several line breaks become one paragraph break.
        return string.Join("\n\n", lines.Where((line, i) => i == 0 || i == lines.Length - 1 || line.Length > 0));
    }

    /// <summary>Returns text that is safe between <c>&lt;at&gt;</c> and <c>&lt;/at&gt;</c>, where escaping isn't possible.</summary>
    public static string InMention(string name) => Blanks().Replace(Unspeakable().Replace(name, ""), " ").Trim();

    /// <summary>Returns the address of a link, or null when it isn't a web address.</summary>
    public static string? Address(string url) =>
        url.Length <= CardLimits.Url
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
                .Replace("(", "%28", StringComparison.Ordinal)
                .Replace(")", "%29", StringComparison.Ordinal)
                .Replace("*", "%2A", StringComparison.Ordinal)
            : null;

    /// <summary>Returns as much of the start as fits into a number of bytes, without splitting visible characters.</summary>
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

    /// <summary>Returns the number of bytes in the card's JSON.</summary>
    public static int Bytes(string text) =>
        JsonEncodedText.Encode(Whole(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;

    /// <summary>Returns plain text, limited in UTF-16 units.</summary>
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

    /// <summary>Removes control characters and unpaired surrogates.</summary>
    private static string Whole(string text) => Broken().Replace(text, "");

    [GeneratedRegex(
        @"[\p{Cc}-[\n\r\t]]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Broken();

    [GeneratedRegex(@"[\\*_`\[\]~]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    /// <summary>Matches the start of headings, quotes, lists, tables and rules.</summary>
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
