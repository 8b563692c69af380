using System.Globalization;
using System.Text;

namespace RelateBot.Domain.People;

/// <summary>
/// The form in which names are compared: lower case, without accents and characters that nobody sees, single spaces. "Zoë  Ångström" is
/// found by "zoe angstrom".
/// </summary>
public static class SearchKey
{
    /// <summary>Longest key; compatibility forms can make it longer than the name, and it has to fit its column.</summary>
    public const int Longest = 200;

    /// <summary>The key of a name or handle; empty for white space.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);

        // By way of UTF-8, half a surrogate pair becomes a replacement character; .NET refuses to normalise it otherwise.
        var wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        foreach (var c in wellFormed.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().Clip(Longest).TrimEnd();
    }
}
