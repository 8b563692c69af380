using System.Globalization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Shortens text to a limit with an ellipsis, without splitting visible characters.</summary>
internal static class TextClipper
{
    private const string Ellipsis = "…";

    public static string Clipped(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = 0;
        while (Next(text, kept) is var next && kept + next + Ellipsis.Length <= longest)
        {
            kept += next;
        }

        return string.Concat(text.AsSpan(0, kept), Ellipsis);
    }

    /// <summary>
    /// Returns the length of the visible character at this position, including accents and joined emoji. An extremely long one may be
    /// split.
    /// </summary>
    public static int Next(string text, int start)
    {
        const int LongestSeen = 64;
        var length = StringInfo.GetNextTextElementLength(text, start);
        return length <= LongestSeen ? length : char.IsSurrogatePair(text, start) ? 2 : 1;
    }
}
