using System.CommandLine;
using RelateBot.Bot.Cli.Digests;
using RelateBot.Bot.Cli.Doctor;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary>The command line, with one file for each command. Without a command it starts the bot.</summary>
internal static class CommandLine
{
    // Redirected output has no window, so lines aren't wrapped.
    private const int RedirectedWidth = 1_000;

    public static Task<int> RunAsync(string[] args)
    {
        var console =
            AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return RunAsync(args, console);
    }

    public static async Task<int> RunAsync(string[] args, IAnsiConsole console, CancellationToken cancellationToken = default)
    {
        var serve = new ServeCommand(console);
        var root = new RootCommand(
            "RelateBot remembers who helped whom and closes the loop with thanks.\nEvery command takes settings, too: --Section:Key=value")
        {
            serve,
            new MigrateCommand(console),
            new ImportRosterCommand(console),
            new ImportExchangesCommand(console),
            new RebuildCommand(console),
            new DigestCommand(console),
            new DoctorCommand(console),
            new TeamsPackageCommand(console),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.Action = serve.Action;

        // "@name" is a colleague here and not a response file.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

        // The host handles shutdown: it finishes what it started, however long that takes.
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCodes.Failure : exitCode;
    }
}
