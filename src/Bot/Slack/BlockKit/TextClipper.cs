using System.Globalization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>Shortens text to what fits, with an ellipsis, between characters as people see them.</summary>
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
    /// Length of the character at this place: with its accents and joined emoji, unless somebody piled up so many that it is a text of its
    /// own.
    /// </summary>
    public static int Next(string text, int start)
    {
        const int LongestSeen = 64;
        var length = StringInfo.GetNextTextElementLength(text, start);
        return length <= LongestSeen ? length : char.IsSurrogatePair(text, start) ? 2 : 1;
    }
}
