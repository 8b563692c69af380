using System.Globalization;
using System.Text;

namespace RelateBot.Domain.People;

/// <summary>
/// Normalises names for search: lower case, no accents, no invisible characters, single spaces, straight apostrophes and short dashes.
/// "Zoë  Ångström" is found by "zoe angstrom", "Pat O'Neil" by "pat o’neil".
/// </summary>
public static class SearchKey
{
    /// <summary>The longest key. Compatibility forms can be longer than the name, and keys must fit their column.</summary>
    public const int Longest = 200;

    // Phones and text editors insert these instead of the keyboard's characters.
    private const string Apostrophes = "’‘‛ʼʻ′`";
    private const string Dashes = "‐‑‒–—−";

    /// <summary>Returns the search key of a name or handle; empty for white space.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);

        // Encoding to UTF-8 replaces unpaired surrogates, which .NET refuses to normalise.
        var wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

        // An acute accent on its own is used as an apostrophe. Normalisation would turn it into a space.
        foreach (var c in wellFormed.Replace('´', '\'').Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                key.Append(Apostrophes.Contains(c) ? '\'' : Dashes.Contains(c) ? '-' : char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().Clip(Longest).TrimEnd();
    }
}
