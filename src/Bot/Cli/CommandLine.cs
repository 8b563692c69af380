using System.CommandLine;
using RelateBot.Bot.Cli.Digests;
using RelateBot.Bot.Cli.Doctor;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary>The command line: one file a command. Without a command the bot is served.</summary>
internal static class CommandLine
{
    // Nobody reads a redirected output in a narrow window; a line stays a line.
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

        // "@name" is a colleague here, not a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

        // Stopping is the host's own affair: it ends what it began, however long that takes.
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCodes.Failure : exitCode;
    }
}
