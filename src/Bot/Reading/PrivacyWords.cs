using System.Text.RegularExpressions;

namespace RelateBot.Bot.Reading;

/// <summary>
/// The words that ask for privacy. At the edge of what is said they are a wish; inside of it they may be a word like any other, and
/// then the writer is asked.
/// </summary>
internal static partial class PrivacyWords
{
    /// <summary><c>--private</c>, with the dashes that editors make of it.</summary>
    internal const string Flag = "(?:-{1,2}|—|–)private(?:ly)?";

    /// <summary>Words that can only say how something is told.</summary>
    internal const string Adverb =
        "(?:privately|in private|in confidence|confidentially"
            + "|(?:(?:just|only|strictly) )?between (?:us|ourselves|you and me|the two of us))";

    /// <summary>True when one of them stands anywhere in the text.</summary>
    public static bool AreIn(string text) => Anywhere().IsMatch(text);

    /// <summary>The wish at the end of a note, apart from its last sentence: ", privately", " --private", "(just between us)".</summary>
    public static Match AtEnd(string note) => End().Match(note);

    [GeneratedRegex(
        $@"(?<![\p{{L}}\p{{Nd}}])(?:private|confidential|{Adverb})(?![\p{{L}}\p{{Nd}}])",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anywhere();

    [GeneratedRegex(
        $@"(?:(?<!\S){Flag}|(?:\A|[,;:(]|(?<=[.!?…\n])|\s[-–—]+(?=\s)|—)\s*(?:and |but )?(?:please )?(?:keep (?:this|it) )?"
            + $@"(?:private|{Adverb})(?: please)?)[\s.!)]*\z",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex End();
}
