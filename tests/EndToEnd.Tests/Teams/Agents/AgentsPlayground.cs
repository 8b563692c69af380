using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Teams.Agents;

/// <summary>
/// The Microsoft 365 Agents Playground, Teams and its connector for developers, in a process of its own on this machine:
/// https://www.npmjs.com/package/@microsoft/m365agentsplayground
/// </summary>
internal sealed partial class AgentsPlayground : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string? Installed = NodePackages.Find([Package]);

    private readonly Process process;
    private readonly string folder;

    private AgentsPlayground(Process process, string folder, Uri address)
    {
        this.process = process;
        this.folder = folder;
        Address = address;
    }

    /// <summary>Where its page is.</summary>
    public Uri Address { get; }

    /// <summary>Where its connector is.</summary>
    public string ServiceUrl => new Uri(Address, "_connector").ToString();

    /// <summary>Skips the test where it is not installed.</summary>
    public static void Require() => Requirement.Check(
        "playground", NodePackages.WhyAbsent(Installed, $"{Package}@0.2.28", "a Teams client by Microsoft plays the bot in a browser"));

    public static async Task<AgentsPlayground> StartAsync(Uri bot)
    {
        var home = Directory.CreateTempSubdirectory("agents-playground-").FullName;
        var settings = Path.Combine(home, "playground.yml");
        await File.WriteAllTextAsync(settings, AgentsCast.Settings);
        var start = new ProcessStartInfo(
            "node",
            [
                Path.Combine(Installed!, "node_modules", Package, "cli.js"),
                "start",
                "-e",
                new Uri(bot, "api/messages").ToString(),
                "-c",
                "msteams",
                "-p",
                $"{FreePort()}",
                "--dt"
            ])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = home,
            Environment =
            {
                ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = settings,
                ["M365_AGENTS_PLAYGROUND_LOGFILE"] = Path.Combine(home, "playground.log"),

                // It opens no window and tells nobody.
                ["TEAMSAPPTESTER_BROWSER"] = "none",
                ["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1",
            },
        };
        var started = Process.Start(start)!;
        try
        {
            return new AgentsPlayground(started, home, await ListeningAsync(started).WaitAsync(Patience));
        }
        catch
        {
            End(started, home);
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        End(process, folder);
        return ValueTask.CompletedTask;
    }

    /// <summary>It says on which port it listens, which is another one when the wished for is taken.</summary>
    private static Task<Uri> ListeningAsync(Process process)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");
            if (line.Data is null)
            {
                address.TrySetException(new InvalidOperationException($"The Agents Playground ended at start:\n{string.Join('\n', said)}"));
            }
            else if (Listening().Match(line.Data) is { Success: true } match)
            {
                address.TrySetResult(new Uri($"http://localhost:{match.Groups["port"].Value}/"));
            }
        };
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return address.Task;
    }

    private static void End(Process process, string folder)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"Listening on (?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
