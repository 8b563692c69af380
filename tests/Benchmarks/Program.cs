using RelateBot.Benchmarks.Commands;
using RelateBot.Benchmarks.Dashboard;
using RelateBot.Benchmarks.Digests;

return args switch
{
    ["commands", .. var options] => await CommandsBenchmark.RunAsync(options),
    ["digest", .. var options] => await DigestBenchmark.RunAsync(options),
    ["dashboard"] => await DashboardBenchmark.RunAsync(),
    ["bare", var database, var secret] => await BareServer.RunAsync(database, secret),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- commands [--seconds N] [--rounds N] [--warm-up N]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- digest [EXCHANGES...]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- dashboard");
    return 2;
}
