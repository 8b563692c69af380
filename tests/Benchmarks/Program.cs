using RelateBot.Benchmarks.Commands;
using RelateBot.Benchmarks.Dashboard;
using RelateBot.Benchmarks.Digests;
using RelateBot.Benchmarks.Paths;
using RelateBot.Benchmarks.Prompts;
using RelateBot.Benchmarks.Pairing;

return args switch
{
    ["commands", .. var options] => await CommandsBenchmark.RunAsync(options),
    ["digest", .. var options] => await DigestBenchmark.RunAsync(options),
    ["dashboard"] => await DashboardBenchmark.RunAsync(),
    ["prompts", .. var options] => await PromptsBenchmark.RunAsync(options),
    ["bare", var database, var secret] => await BareServer.RunAsync(database, secret),
    ["paths"] => await PathsBenchmark.RunAsync(),
    ["pairing", .. var options] => PairingBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- commands [--seconds N] [--rounds N] [--warm-up N]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- digest [EXCHANGES...]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- dashboard");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- paths");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- prompts [--people N]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- pairing [--people N]");
    return 2;
}
