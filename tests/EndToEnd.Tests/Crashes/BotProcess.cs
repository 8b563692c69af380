using System.Collections.Concurrent;
using System.Diagnostics;
using RelateBot.Bot.Hosting;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Crashes;

/// <summary>The bot in its own process, which the test can kill.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly Process process;

    private BotProcess(Process process, Uri address, ConcurrentQueue<string> said)
    {
        Said = said;
        this.process = process;
        Client = SlackSockets.NewClient(address);
    }

    public HttpClient Client { get; }

    /// <summary>What it has written to its console.</summary>
    public ConcurrentQueue<string> Said { get; }

    public static async Task<BotProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RelateBotHost).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var started = Process.Start(start)!;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new ConcurrentQueue<string>();
        started.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                address.TrySetException(new InvalidOperationException($"The bot ended at start:\n{string.Join('\n', said)}"));
            }
            else if (line.Data.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
            {
                address.TrySetResult(new Uri(line.Data[at..].Trim()));
            }

            said.Enqueue(line.Data ?? "");
        };
        started.BeginOutputReadLine();
        return new BotProcess(started, await address.Task, said);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        Client.Dispose();
        process.Dispose();
    }
}
