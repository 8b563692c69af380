using RelateBot.Benchmarks.Commands;
using RelateBot.Benchmarks.Dashboard;
using RelateBot.Benchmarks.Digests;
using RelateBot.Benchmarks.Pairing;
using RelateBot.Benchmarks.Paths;
using RelateBot.Benchmarks.Prompts;

if (args is ["bare", var database, var secret])
{
    // The commands' benchmark starts itself once more as what it compares with.
    return await BareServer.RunAsync(database, secret);
}

var benchmarks = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["commands"] = CommandsBenchmark.RunAsync,
    ["digest"] = DigestBenchmark.RunAsync,
    ["dashboard"] = _ => DashboardBenchmark.RunAsync(),
    ["paths"] = _ => PathsBenchmark.RunAsync(),
    ["prompts"] = PromptsBenchmark.RunAsync,
    ["pairing"] = options => Task.FromResult(PairingBenchmark.Run(options)),
};
if (args.Length == 0 || !benchmarks.ContainsKey(args[0]))
{
    await Console.Error.WriteLineAsync(
        """
        dotnet run -c Release --project tests/Benchmarks -- NAME [OPTIONS] [NAME [OPTIONS]]...
            commands [--seconds N] [--rounds N] [--warm-up N]
            digest [EXCHANGES...]
            dashboard
            paths
            prompts [--people N]
            pairing [--people N]
        """);
    return 2;
}

var status = 0;
for (var next = 0; next < args.Length;)
{
    string[] options = [.. args[(next + 1)..].TakeWhile(arg => !benchmarks.ContainsKey(arg))];
    status = Math.Max(status, await benchmarks[args[next]](options));
    next += 1 + options.Length;
}

return status;
