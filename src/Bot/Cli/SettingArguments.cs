namespace RelateBot.Bot.Cli;

/// <summary>What is left of the command line when the command has taken its part: settings for the host, or a slip of the pen.</summary>
internal static class SettingArguments
{
    /// <summary>
    /// The first token that is no setting; null when all of them are (<c>--Section:Key=value</c> or <c>--Section:Key value</c>).
    /// </summary>
    public static string? FindUnknownArgument(IReadOnlyList<string> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].StartsWith("--", StringComparison.Ordinal) || tokens[i].Length == 2)
            {
                return tokens[i];
            }

            if (!tokens[i].Contains('=', StringComparison.Ordinal) && ++i == tokens.Count)
            {
                return tokens[^1];
            }
        }

        return null;
    }
}
