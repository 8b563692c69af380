namespace RelateBot.Domain;

/// <summary>Shortens text.</summary>
public static class TextClipping
{
    /// <summary>Returns at most <paramref name="longest"/> UTF-16 code units from the start, without splitting a surrogate pair.</summary>
    public static string Clip(this string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        return longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }

    /// <summary>Clips the text and adds an ellipsis when something was cut off.</summary>
    public static string Excerpt(this string text, int longest) => text.Length <= longest ? text : $"{text.Clip(longest)}…";
}
