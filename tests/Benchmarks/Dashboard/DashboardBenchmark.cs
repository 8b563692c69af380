using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport;
using Spectre.Console;

namespace RelateBot.Benchmarks.Dashboard;

/// <summary>
/// How long the server takes for a view: 100 departments of 20 people, three years, on SQLite, over a socket. Exchanges are not there at
/// all, since a view reads flows: every department has to do with each other one in every month, or with one in eight.
/// </summary>
internal static class DashboardBenchmark
{
    private const int Departments = 100;
    private const int Months = 36;
    private const int Rounds = 30;
    private const string Administrator = "admin@bench.example";
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        var table = new Table().AddColumns("pairs a month", "view", "first ms", "median ms", "worst ms", "CPU ms", "kB");
        foreach (var share in new[] { 8, 1 })
        {
            await using var bot = await BotUnderTest.StartAsync(
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["Organisation:Admins"] = Administrator },
                new FakeTimeProvider(Now));
            var session = await PrepareAsync(bot, share);
            foreach (var view in new[]
            {
                "/dashboard",
                "/dashboard?department=Department%207",
                "/dashboard?period=2026-W43",
                "/dashboard/flows.csv"
            })
            {
                var (times, processor, size) = await TimeAsync(bot.Client, session, view);
                var sorted = times.Skip(1).Order().ToList();
                table.AddRow(
                    $"{Departments * (Departments - 1) / share:N0}",
                    Markup.Escape(view),
                    Milliseconds(times[0]),
                    Milliseconds(sorted[sorted.Count / 2]),
                    Milliseconds(sorted[^1]),
                    Milliseconds(processor),
                    (size / 1024).ToString(CultureInfo.InvariantCulture));
            }
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<string> PrepareAsync(BotUnderTest bot, int share)
    {
        var organisation = new Organisation { Id = Id(9, 1), Name = "Bench", TimeZone = "Etc/UTC" };
        var workspace = new Workspace
        {
            Id = Id(4, 1),
            OrganisationId = organisation.Id,
            Platform = "bench",
            ExternalId = "bench",
            Name = "Bench"
        };
        var link = await bot.InScopeAsync(organisation.Id, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            context.Organisations.Add(organisation);
            context.Workspaces.Add(workspace);
            context.Departments.AddRange(Enumerable.Range(0, Departments).Select(number => new Department
            {
                Id = Id(1, number), OrganisationId = organisation.Id, Name = $"Department {number}", Handle = $"d{number}",
            }));
            context.People.AddRange(Enumerable.Range(0, Departments * 20).Select(number => new Person
            {
                Id = Id(2, number),
                OrganisationId = organisation.Id,
                Name = $"Person {number}",
                DepartmentId = Id(1, number % Departments),
                Email = number == 0 ? Administrator : null,
            }));
            var link = services.GetRequiredService<DashboardVisitStore>().CreateLink(organisation.Id, Id(2, 0), workspace.Id, "");
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return link;
        });
        await SeedAsync(bot.ConnectionString, organisation.Id, share);
        return await bot.InScopeAsync(organisation.Id, async services =>
            (await services.GetRequiredService<DashboardVisitStore>().OpenAsync(link, CancellationToken.None))!.Value.Session);
    }

    /// <summary>Flows by month for three years and by day for the last half year.</summary>
    private static async Task SeedAsync(string connectionString, Guid organisationId, int share)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        foreach (var (span, first, step, count, every) in new[]
        {
            ("Month", "2023-11-01", "months", Months, share),
            ("Day", "2026-05-01", "days", 180, share * 8)
        })
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of this file's own constants.
            command.CommandText = $"""
                WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n < {Departments
                    - 1}), p(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM p WHERE n < {count - 1})
                INSERT INTO flows ("OrganisationId", "Span", "Start", "FromDepartmentId", "ToDepartmentId", "Helps", "Thanks", "Kudos")
                SELECT '{organisationId.ToString()
                    .ToUpperInvariant()}', '{span}', date('{first}', '+' || p.n || ' {step}'), {Text("a.n")}, {Text("b.n")},
                    (a.n * 7 + b.n * 13 + p.n) % 60, (a.n * 3 + b.n * 5 + p.n) % 20, 1
                FROM d a, d b, p WHERE a.n <> b.n AND (a.n * 31 + b.n * 17 + p.n) % {every} = 0
                """;
#pragma warning restore CA2100
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<(List<double> Times, double Processor, long Size)> TimeAsync(HttpClient client, string session, string view)
    {
        List<double> times = [];
        var (size, before) = (0, TimeSpan.Zero);
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, view);
            request.Headers.Add("Cookie", $"relatebot-dashboard={session}");
            using var response = await client.SendAsync(request);
            var page = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            before = round == 0 ? Environment.CpuUsage.TotalTime : before;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            size = page.Length;
        }

        return (times, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Rounds, size);
    }

    private static string Milliseconds(double time) => time.ToString("F0", CultureInfo.InvariantCulture);

    private static Guid Id(int kind, int number) => new(kind, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number);

    /// <summary>A department's id in SQL.</summary>
    private static string Text(string number) => $"printf('%08X-0000-7000-8000-%012X', 1, {number})";
}
