namespace RelateBot.Bot.Cli;

/// <summary>Checks the arguments that a command doesn't use: they are settings for the host, or typing errors.</summary>
internal static class SettingArguments
{
    /// <summary>
    /// Returns the first argument that isn't a setting; null when all are (<c>--Section:Key=value</c> or <c>--Section:Key value</c>).
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
