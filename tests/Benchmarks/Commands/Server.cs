using System.Diagnostics;
using System.Globalization;

namespace RelateBot.Benchmarks.Commands;

/// <summary>A server in a process of its own, so that its memory is its own.</summary>
internal sealed class Server(Process process, Uri address) : IAsyncDisposable
{
    public Uri Address { get; } = address;

    /// <summary>Starts it and reads its address from the first line that has one.</summary>
    public static async Task<Server> StartAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
            {
                // Whatever it says from now on is read away, or its pipe would fill and stop it.
                process.OutputDataReceived += (_, _) => { };
                process.BeginOutputReadLine();
                return new Server(process, new Uri(line[at..].Trim()));
            }
        }

        throw new InvalidOperationException($"{file} ended without an address, exit code {process.ExitCode}.");
    }

    /// <summary>Resident memory now and at its highest, in MiB, as the kernel counts it (Linux).</summary>
    public (double Now, double Peak) Memory()
    {
        var status = File.ReadAllLines($"/proc/{process.Id}/status");
        return (Read("VmRSS:"), Read("VmHWM:"));

        double Read(string name) => double.Parse(
            status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
