using System.Globalization;
using System.Text;

namespace RelateBot.Bot.Reading;

/// <summary>Where a typed name may end. A word is taken whole: "@dev\ops" is never "dev" with "\ops" left over.</summary>
internal static class TypedName
{
    // Names have one to four words; a few more cost little.
    private const int MostWords = 8;
    private const string Separators = ",;:@#<、，。：；！？";
    private const string Joiners = "&+/|";
    private const string Closers = ".!?…'’\"”“»*~-–—";

    /// <summary>
    /// The first word without the punctuation behind it: "sue" of "sue: done", "j.smith" of "j.smith. Great work!"; empty when there
    /// is none.
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

    /// <summary>Every place where a name that begins here may end, the nearest first.</summary>
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

    /// <summary>The end of a word without what only closes a sentence; nothing is left of a word that is punctuation alone.</summary>
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

        // A name may be a picture and nothing else.
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
