using System.Text.RegularExpressions;

namespace RelateBot.Bot.Reading;

/// <summary>
/// The words that ask for privacy. At the start or the end of a sentence they are a request. Elsewhere they may be ordinary words, so the
/// writer is asked.
/// </summary>
internal static partial class PrivacyWords
{
    /// <summary><c>--private</c>, also with the dashes that editors turn <c>--</c> into.</summary>
    internal const string Flag = "(?:-{1,2}|—|–)private(?:ly)?";

    /// <summary>Words that can only say how a message should be sent.</summary>
    internal const string Adverb =
        "(?:privately|in private|in confidence|confidentially"
            + "|(?:(?:just|only|strictly) )?between (?:us|ourselves|you and me|the two of us))";

    /// <summary>True when the text contains one of these words.</summary>
    public static bool AreIn(string text) => Anywhere().IsMatch(text);

    /// <summary>Finds a request for privacy after the last sentence of a note: ", privately", " --private", "(just between us)".</summary>
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
