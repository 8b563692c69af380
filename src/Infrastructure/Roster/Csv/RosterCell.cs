using System.Collections.Frozen;
using System.Text;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Makes of a cell what its author sees in it.</summary>
internal static class RosterCell
{
    private static readonly FrozenSet<string> empty =
        FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase,
            "null", "(null)", "n/a", "#n/a", "n.a.", "none", "(none)", "nil", "(blank)", "(empty)", "undefined", "nan",
            "-", "--", "–", "—");

    /// <summary>
    /// On one line, with single spaces and without characters that nobody sees. Words that mean nothing (NULL, N/A, None) are empty.
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

    /// <summary>The address in "mailto:sue@example.org", "&lt;sue@example.org&gt;" or "Sue &lt;sue@example.org&gt;", lower case.</summary>
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

    // Joiners are left: Persian and Hindi words are written with them, and they make no second department (see SearchKey).
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}
