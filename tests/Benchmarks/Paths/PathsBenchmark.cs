using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.Relationships;
using RelateBot.TestSupport.Databases;
using Spectre.Console;

namespace RelateBot.Benchmarks.Paths;

/// <summary>How long the strongest path between two people takes, in a company of 100,000 with a million ties.</summary>
internal static class PathsBenchmark
{
    private const int People = 100_000;
    private const int Ties = 1_000_000;
    private const int Searches = 3_000;
    private const int WarmUp = 300;

    public static async Task<int> RunAsync()
    {
        await using var database = new SqliteDatabase();
        await database.InitializeAsync();
        await using var store = new TestStore(database.Provider, database.ConnectionString);
        var seed = new TieSeed(People, Ties);
        await seed.WriteAsync(database.ConnectionString);

        var table = new Table().AddColumns("pairs", "p50 ms", "p95 ms", "p99 ms", "most ms", "with a path", "people in it");
        await MeasureAsync("anybody", dice => dice.Next(People));

        // Every second search is for one of the fifty whom thousands know.
        await MeasureAsync("the best known", dice => dice.Next(2) == 0 ? dice.Next(50) * (People / 50) : dice.Next(People));
        AnsiConsole.Write(table);
        return 0;

        async Task MeasureAsync(string pairs, Func<Random, int> next)
        {
#pragma warning disable CA5394 // Not security relevant, and it must be repeatable.
            var dice = new Random(1);
#pragma warning restore CA5394
            List<double> times = [];
            List<int> lengths = [];
            for (var search = -WarmUp; search < Searches; search++)
            {
                var (from, to) = (seed.PersonIds[next(dice)], seed.PersonIds[next(dice)]);
                if (from == to)
                {
                    continue;
                }

                var start = Stopwatch.GetTimestamp();
                var path = await store.InScopeAsync(seed.OrganisationId, async services => WarmPath.Strongest(
                    from,
                    to,
                    await services
                        .GetRequiredService<ITieReader>()
                        .BetweenAsync(from, to, WarmPath.WeakestLevel(TieSeed.Week), WarmPaths.Closest, CancellationToken.None),
                    TieSeed.Week));
                if (search >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    lengths.Add(path?.People.Length ?? 0);
                }
            }

            times.Sort();
            var found = lengths.Where(length => length > 0).ToList();
            table.AddRow(
                pairs, At(0.5), At(0.95), At(0.99), Number(times[^1]), $"{100.0 * found.Count / lengths.Count:F0} %",
                string.Join(
                    ", ",
                    found.GroupBy(length => length).OrderBy(length => length.Key).Select(length => $"{length.Key}: {length.Count()}")));

            string At(double share) => Number(times[(int)(share * (times.Count - 1))]);
        }

        static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
    }
}
