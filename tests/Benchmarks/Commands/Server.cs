using System.Diagnostics;
using System.Globalization;

namespace RelateBot.Benchmarks.Commands;

/// <summary>A server in its own process, so that its memory can be measured.</summary>
internal sealed class Server(Process process, Uri address) : IAsyncDisposable
{
    public Uri Address { get; } = address;

    /// <summary>Starts it and reads its address from the first line that has one.</summary>
    public static async Task<Server> StartAsync(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                address.TrySetException(new InvalidOperationException($"{file} ended without an address."));
            }
            else if (line.Data.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
            {
                address.TrySetResult(new Uri(line.Data[at..].Trim()));
            }
        };
        process.BeginOutputReadLine();
        return new Server(process, await address.Task);
    }

    /// <summary>What it has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now and at its highest, in MiB, as the kernel counts it (Linux).</summary>
    public (double Now, double Peak) Memory()
    {
        var status = File.ReadAllLines($"/proc/{process.Id}/status");
        return (Read("VmRSS:"), Read("VmHWM:"));

        double Read(string name) => double.Parse(
            status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..]
                .Replace("kB", "", StringComparison.Ordinal)
                .Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
