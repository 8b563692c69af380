using System.Globalization;
using System.Text;

namespace RelateBot.Domain.People;

/// <summary>
/// The form in which names are compared: lower case, without accents, single spaces, straight apostrophes and short dashes.
/// "Zoë  Ångström" is found by "zoe angstrom", "Pat O'Neil" by "pat o’neil".
/// </summary>
public static class SearchKey
{
    /// <summary>Longest key; compatibility forms can make it longer than the name, and it has to fit its column.</summary>
    public const int Longest = 200;

    // Phones and text editors put these in place of the keyboard's.
    private const string Apostrophes = "’‘‛ʼʻ′`";
    private const string Dashes = "‐‑‒–—−";

    /// <summary>The key of a name or handle; empty for white space.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);

        // By way of UTF-8, half a surrogate pair becomes a replacement character; .NET refuses to normalise it otherwise.
        var wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

        // An accent that stands alone is an apostrophe; normalisation would make a space of it.
        foreach (var c in wellFormed.Replace('´', '\'').Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
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
