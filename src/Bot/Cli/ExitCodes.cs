namespace RelateBot.Bot.Cli;

/// <summary>The exit codes of commands.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command ran, but something needs attention: a rejected row, or a problem that <c>doctor</c> found.</summary>
    public const int CompletedWithIssues = 1;

    /// <summary>The command couldn't do its work.</summary>
    public const int Failure = 2;
}
