using RelateBot.Benchmarks.Commands;
using RelateBot.Benchmarks.Paths;

return args switch
{
    ["commands", .. var options] => await CommandsBenchmark.RunAsync(options),
    ["bare", var database, var secret] => await BareServer.RunAsync(database, secret),
    ["paths"] => await PathsBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- commands [--seconds N] [--rounds N] [--warm-up N]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- paths");
    return 2;
}
