using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport.Databases;
using Spectre.Console;

namespace RelateBot.Benchmarks.Digests;

/// <summary>
/// How long the digest of a month takes with more and more exchanges in it: 50 departments, 5,000 people, 5,000 asks, on SQLite. Ledger and
/// projections are written by SQL; that the projections agree with the ledger is what the tests are for.
/// </summary>
internal static class DigestBenchmark
{
    private const int Departments = 50;
    private const int People = 5_000;
    private const int Asks = 5_000;
    private const int Rounds = 15;
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Period October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));

    public static async Task<int> RunAsync(string[] options)
    {
        var sizes = options.Length == 0
            ? [100_000, 1_000_000, 10_000_000]
            : options.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
        var table = new Table().AddColumns(
            "exchanges in the month",
            "organisation ms",
            "worst ms",
            "department ms",
            "worst ms",
            "seeded in s");

        // Warm-up: until the runtime has optimised the code, a digest takes twice as long.
        await MeasureAsync(sizes[0]);
        foreach (var size in sizes)
        {
            table.AddRow(await MeasureAsync(size));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<string[]> MeasureAsync(int size)
    {
        var database = new SqliteDatabase();
        await database.InitializeAsync();
        try
        {
            return await MeasureAsync(database, size);
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static async Task<string[]> MeasureAsync(SqliteDatabase database, int size)
    {
        await using var store = new TestStore(database.Provider, database.ConnectionString, services =>
            services.AddSingleton(TimeProvider.System).AddScoped<ActReader>().AddScoped<DigestReader>());
        var organisation = new Organisation { Id = Id(9, 1), Name = "Bench", TimeZone = "Etc/UTC" };
        var departments = Enumerable
            .Range(0, Departments)
            .Select(number =>
                new Department
                {
                    Id = Id(1, number),
                    OrganisationId = organisation.Id,
                    Name = $"Department {number}",
                    Handle = $"d{number}"
                })
            .ToList();
        var watch = Stopwatch.StartNew();
        await store.CommitAsync(organisation.Id, services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            context.Organisations.Add(organisation);
            context.Departments.AddRange(departments);
            context.People.AddRange(Enumerable.Range(0, People).Select(number => new Person
            {
                Id = Id(2, number),
                OrganisationId = organisation.Id,
                Name = $"Person {number}",
                DepartmentId = Id(1, number % Departments),
                MayBeNamedUnsung = number % 10 == 0,
            }));
            context.Asks.AddRange(Enumerable.Range(0, Asks).Select(number => NewAsk(organisation.Id, number)));
        });
        await SeedAsync(database.ConnectionString, organisation.Id, size);
        var seeded = watch.Elapsed;

        var whole = await TimeAsync(store, organisation.Id, null);
        var one = await TimeAsync(store, organisation.Id, departments[7]);
        return [
            size.ToString("N0", CultureInfo.InvariantCulture),
            Milliseconds(whole, 0.5),
            Milliseconds(whole, 1),
            Milliseconds(one, 0.5),
            Milliseconds(one, 1),
            seeded.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)
        ];
    }

    private static async Task<List<double>> TimeAsync(TestStore store, Guid organisationId, Department? department)
    {
        List<double> times = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var digest = await store.InScopeAsync(organisationId, services =>
                services.GetRequiredService<DigestReader>().ReadAsync(October, department, new DigestRules(5), CancellationToken.None));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (digest.Totals.Given.Helps == 0 || digest.ThankYous.Length != 3)
            {
                throw new InvalidOperationException("There is nothing in it.");
            }
        }

        return [.. times.Skip(1).Order()];
    }

    private static string Milliseconds(List<double> times, double share) =>
        times[(int)Math.Ceiling(share * times.Count) - 1].ToString("F0", CultureInfo.InvariantCulture);

    private static Ask NewAsk(Guid organisationId, int number)
    {
        var at = new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(number * 8);
        var ask = new Ask
        {
            Id = Id(3, number),
            OrganisationId = organisationId,
            WorkspaceId = Id(4, 1),
            AskerId = Id(2, number),
            AskerDepartmentId = Id(1, number % Departments),
            DepartmentId = Id(1, (number + 7) % Departments), Text = "a question", IsPublic = true, AskedAt = at, Source = "bench",
        };
        if (number % 20 != 0)
        {
            ask.Take(at.AddMinutes(number % 900));
            ask.Close(AskState.Solved, at.AddMinutes(number % 3_000));
        }

        return ask;
    }

    /// <summary>A month of entries, and the projections of them. Indexes are made afterwards, which is many times faster.</summary>
    private static async Task SeedAsync(string connectionString, Guid organisationId, int size)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -400000");
        List<(string Name, string Sql)> indexes = [];
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'exchanges' AND sql IS NOT NULL";
            await using var rows = await list.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                indexes.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        foreach (var (name, _) in indexes)
        {
            await ExecuteAsync(connection, $"DROP INDEX \"{name}\"");
        }

        await ExecuteAsync(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {size - 1}),
            pairs AS (SELECT i, abs(i * 7919 + i / 5000) % {People} AS giver, abs(i * 104729 + 13 + i / 777) % {People} AS receiver FROM n)
            INSERT INTO exchanges ("Id", "OrganisationId", "ActId", "Kind", "FromPersonId", "FromDepartmentId", "ToPersonId", "ToDepartmentId", "Note", "Values", "Visibility", "OccurredAt", "RecordedAt", "Source", "IsUnconfirmed")
            SELECT {Text(5, "i")}, '{organisationId.ToString()
                .ToUpperInvariant()}', {Text(6, "i")}, CASE i % 5 WHEN 0 THEN 'Thanks' WHEN 1 THEN 'Kudos' ELSE 'Help' END,
                {Text(2, "giver")}, {Text(1, $"giver % {Departments}")}, {Text(2, "receiver")}, {Text(1, $"receiver % {Departments}")},
                'for the good hour that you took over it, ' || i, '', 'Public', datetime('2026-10-01', '+' || (i % 2678400) || ' seconds'), '2026-11-01 00:00:00', 'bench', 0
            FROM pairs
            """);
        foreach (var (_, sql) in indexes)
        {
            await ExecuteAsync(connection, sql);
        }

        foreach (var (span, start) in new[] { ("Day", "date(\"OccurredAt\")"), ("Month", "date(\"OccurredAt\", 'start of month')") })
        {
            await ExecuteAsync(connection, $"""
                INSERT INTO flows ("OrganisationId", "Span", "Start", "FromDepartmentId", "ToDepartmentId", "Helps", "Thanks", "Kudos")
                SELECT "OrganisationId", '{span}', {start}, "FromDepartmentId", "ToDepartmentId", SUM("Kind" = 'Help'), SUM("Kind" = 'Thanks'), SUM("Kind" = 'Kudos')
                FROM exchanges GROUP BY 1, 3, 4, 5
                """);
        }

        await ExecuteAsync(connection, """
            INSERT INTO helper_months ("OrganisationId", "PersonId", "Month", "Helps", "Thanks")
            SELECT "OrganisationId", "FromPersonId", date("OccurredAt", 'start of month'), COUNT(*), 0 FROM exchanges WHERE "Kind" = 'Help' GROUP BY 1, 2, 3
            """);
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of this file's own constants and of the names of indexes.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static Guid Id(int kind, int number) =>
        new(kind, 0, 0x7000, 0x80, 0, 0, 0, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);

    /// <summary>The same in SQL.</summary>
    private static string Text(int kind, string number) => $"printf('%08X-0000-7000-8000-%012X', {kind}, {number})";
}
