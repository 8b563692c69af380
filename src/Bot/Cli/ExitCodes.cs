namespace RelateBot.Bot.Cli;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>It ran, and something needs attention: a refused row, a finding of the doctor.</summary>
    public const int CompletedWithIssues = 1;

    /// <summary>It could not do its work at all.</summary>
    public const int Failure = 2;
}
