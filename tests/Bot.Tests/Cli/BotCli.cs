using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RelateBot.Bot.Cli;
using Spectre.Console;

namespace RelateBot.Bot.Tests.Cli;

/// <summary>Runs the command line in this process, with its own folder and database.</summary>
internal sealed class BotCli : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relatebot-");

    /// <summary>What the last command said.</summary>
    public string Output { get; private set; } = "";

    public string Database => PathOf("test.db");

    public string ConnectionString => $"Data Source={Database}";

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    /// <summary>Writes a file and returns its path.</summary>
    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public async Task<int> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 1_000;
        var exitCode = await CommandLine.RunAsync(
            [.. args, "--ConnectionStrings:RelateBot", ConnectionString, "--environment=Testing"],
            console);
        Output = output.ToString();
        return exitCode;
    }

    /// <summary>Starts the program itself, in the folder and on its database.</summary>
    public Process Start(params string[] args) => Process.Start(StartInfo(args))!;

    /// <summary>Runs the program itself to its end.</summary>
    /// <returns>The names of our assemblies that it has loaded.</returns>
    public async Task<IReadOnlyList<string>> LoadedByAsync(params string[] args)
    {
        var start = StartInfo(args);
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.File] = PathOf("loaded");
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await System.IO.File.ReadAllLinesAsync(PathOf("loaded"));
    }

    public void Dispose()
    {
        using (var last = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(last);
        }

        folder.Delete(recursive: true);
    }

    private ProcessStartInfo StartInfo(string[] args) => new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "RelateBot.Bot.dll"), .. args])
    {
        WorkingDirectory = folder.FullName,
        Environment = { ["ConnectionStrings__RelateBot"] = ConnectionString },
        RedirectStandardOutput = true,
        UseShellExecute = false,
    };
}
