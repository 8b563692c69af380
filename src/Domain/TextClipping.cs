namespace RelateBot.Domain;

/// <summary>Cuts text to what fits.</summary>
public static class TextClipping
{
    /// <summary>At most so many UTF-16 code units from the start, without half a surrogate pair at the end.</summary>
    public static string Clip(this string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        return longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }

    /// <summary>The same with an ellipsis after it, where something was cut off.</summary>
    public static string Excerpt(this string text, int longest) => text.Length <= longest ? text : $"{text.Clip(longest)}…";
}
