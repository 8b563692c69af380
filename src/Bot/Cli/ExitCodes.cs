namespace RelateBot.Bot.Cli;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;

    /// <summary>It ran, and something needs attention: a refused row, a finding of the doctor.</summary>
    public const int Trouble = 1;

    /// <summary>It could not do its work at all.</summary>
    public const int CannotRun = 2;
}
