namespace RelateBot.Bot.Cli;

/// <summary>Makes text from a file or a server safe to print.</summary>
internal static class PrintableText
{
    /// <summary>Replaces control characters other than line breaks, because they could control the terminal.</summary>
    public static string Printable(this string text) => string.Create(text.Length, text, (shown, original) =>
    {
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = char.IsControl(original[i]) && original[i] != '\n' ? '?' : original[i];
        }
    });
}
