using System.Collections.Frozen;
using System.Text;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Reads a cell as its author sees it.</summary>
internal static class RosterCell
{
    private static readonly FrozenSet<string> empty =
        FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase,
            "null", "(null)", "n/a", "#n/a", "n.a.", "none", "(none)", "nil", "(blank)", "(empty)", "undefined", "nan",
            "-", "--", "–", "—");

    /// <summary>
    /// Puts the text on one line, with single spaces and without invisible characters. Words for "nothing" (NULL, N/A, None) become empty.
    /// </summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (cleaned.Length > 0 && cleaned[^1] != ' ')
                {
                    cleaned.Append(' ');
                }
            }
            else if (!IsInvisible(c))
            {
                cleaned.Append(c);
            }
        }

        var seen = cleaned.ToString().Trim();
        return empty.Contains(seen) ? "" : seen;
    }

    /// <summary>Reads the address in "mailto:sue@example.org" or "Sue &lt;sue@example.org&gt;", with or without the name.</summary>
    /// <returns>The address in lower case.</returns>
    public static string Address(string text)
    {
        var cleaned = Clean(text);
        if (cleaned.EndsWith('>') && cleaned.LastIndexOf('<') is var open and >= 0)
        {
            cleaned = cleaned[(open + 1)..^1].Trim();
        }

        const string Scheme = "mailto:";
        return (cleaned.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? cleaned[Scheme.Length..] : cleaned).ToLowerInvariant();
    }

    // Joiners stay: Persian and Hindi words need them, and SearchKey ignores them, so they don't create a second department.
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}
