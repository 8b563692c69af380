using System.Globalization;
using System.Text;

namespace RelateBot.Bot.Reading;

/// <summary>Finds where a typed name can end. Words aren't split: "@dev\ops" is never "dev" followed by "\ops".</summary>
internal static class TypedName
{
    // Names usually have one to four words. Allowing a few more costs little.
    private const int MostWords = 8;
    private const string Separators = ",;:@#<、，。：；！？";
    private const string Joiners = "&+/|";
    private const string Closers = ".!?…'’\"”“»*~-–—";

    /// <summary>
    /// Returns the first word without the punctuation after it: "sue" in "sue: done", "j.smith" in "j.smith. Great work!". Empty when
    /// there is none.
    /// </summary>
    public static string FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsSeparator(text, end))
        {
            end++;
        }

        return text[..TrimmedEnd(text, 0, end)];
    }

    /// <summary>Returns every position where a name at the start of the text can end, the nearest first.</summary>
    public static IEnumerable<int> Ends(string text)
    {
        var ends = new SortedSet<int>();
        var start = 0;
        for (var word = 0; word < MostWords && start < text.Length; word++)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                if (end > start && IsSeparator(text, end))
                {
                    ends.Add(end);
                }

                end++;
            }

            ends.Add(end);
            if (TrimmedEnd(text, start, end) is var trimmed && trimmed > start)
            {
                ends.Add(trimmed);
            }

            start = end;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        return ends;
    }

    private static bool IsSeparator(string text, int at) =>
        Separators.Contains(text[at]) || (Joiners.Contains(text[at]) && at + 1 < text.Length && text[at + 1] == '@');

    /// <summary>Returns the end of a word without its closing punctuation. A word of only punctuation becomes empty.</summary>
    private static int TrimmedEnd(string text, int start, int end)
    {
        var trimmed = end;
        while (trimmed > start)
        {
            _ = Rune.DecodeLastFromUtf16(text.AsSpan(start, trimmed - start), out var last, out var length);
            if (!IsClosing(text.AsSpan(start, trimmed - start), last))
            {
                return trimmed;
            }

            trimmed -= length;
        }

        // A name may consist of emoji alone.
        return ContainsPicture(text.AsSpan(start, end - start)) ? end : start;
    }

    private static bool IsClosing(ReadOnlySpan<char> word, Rune last) => last.Value switch
    {
        ')' => !word.Contains('('),
        ']' => !word.Contains('['),
        '}' => !word.Contains('{'),
        '>' => true,
        0xFE0F or 0x200D => true,
        _ => IsPicture(last) || (last.IsBmp && Closers.Contains((char)last.Value)),
    };

    private static bool ContainsPicture(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (IsPicture(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPicture(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol || rune.Value is >= 0x1F3FB and <= 0x1F3FF;
}
