using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;
using Spectre.Console;

namespace RelateBot.Benchmarks.Commands;

/// <summary>
/// The whole bot as it is published, against <see cref="BareServer"/>: the same load, the same kind of database, the same durability, in
/// alternating rounds of one run. The load, the stand-in for Slack and both servers share the machine.
/// </summary>
internal static class CommandsBenchmark
{
    private const int People = 20_000;
    private static readonly int[] Concurrencies = [1, 16, 64];

    public static async Task<int> RunAsync(string[] options)
    {
        var seconds = Option(options, "--seconds", 4);
        var rounds = Option(options, "--rounds", 3);
        var warmUp = Option(options, "--warm-up", 20);
        var folder = Directory.CreateTempSubdirectory("relatebot-bench-").FullName;
        try
        {
            var bot = Array.IndexOf(options, "--bot") is var at and >= 0 ? options[at + 1] : await PublishAsync(folder);
            await using var slack = await SlackStandIn.StartAsync(new SlackStandInOptions
            {
                RateLimits = new SlackRateLimitOptions(),
                JournalCapacity = 100
            });
            using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
            var load = new Load(client, slack.Options.SigningSecret, slack.Workspace.Id, People);
            for (var i = 0; i < People; i++)
            {
                slack.Workspace.Put(
                    new SlackUser { Id = $"U{i:D8}", TeamId = slack.Workspace.Id, Name = $"u{i}", RealName = $"Person {i}" });
            }

            slack.Workspace.AddChannel("kudos");
            var settings = Settings(folder, slack);
            await SeedAsync(Path.Combine(folder, "bot.db"), slack);

            await PrintStartAsync(bot, settings, load);
            await using var bare = await Server.StartAsync(
                Environment.ProcessPath!,
                ["bare", Path.Combine(folder, "bare.db"), slack.Options.SigningSecret]);
            await using var server = await Server.StartAsync(bot, [], settings);
            await load.RunAsync(bare, 16, TimeSpan.FromSeconds(warmUp / 2.0));
            await load.RunAsync(server, 16, TimeSpan.FromSeconds(warmUp / 2.0));
            var (exchangesBefore, bareBefore) = (
                await CountAsync(folder, "bot.db", "exchanges"),
                await CountAsync(folder, "bare.db", "commands"));

            var table = new Table()
                .AddColumns("at once", "server", "commands/s", "p50 ms", "p95 ms", "p99 ms", "CPU µs", "errors", "ratio");
            var (acknowledged, bareAcknowledged) = (0L, 0L);
            foreach (var concurrency in Concurrencies)
            {
                LoadResult? ofBare = null, ofBot = null;
                for (var round = 0; round < rounds; round++)
                {
                    var one = await load.RunAsync(bare, concurrency, TimeSpan.FromSeconds(seconds));
                    var other = await load.RunAsync(server, concurrency, TimeSpan.FromSeconds(seconds));
                    (ofBare, ofBot) = (ofBare?.Plus(one) ?? one, ofBot?.Plus(other) ?? other);
                }

                acknowledged += ofBot!.Acknowledged;
                bareAcknowledged += ofBare!.Acknowledged;
                AddRow(table, concurrency, "bare", ofBare, null);
                AddRow(table, concurrency, "RelateBot", ofBot, ofBot.PerSecond / ofBare.PerSecond);
            }

            AnsiConsole.Write(table);
            var memory = server.Memory();
            AnsiConsole.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"memory of RelateBot after the load: {memory.Now:F0} MiB resident, {memory.Peak:F0} MiB at its highest"));
            var rows = await CountAsync(folder, "bot.db", "exchanges") - exchangesBefore;
            var bareRows = await CountAsync(folder, "bare.db", "commands") - bareBefore;
            AnsiConsole.WriteLine(
                $"rows: RelateBot {rows} exchanges for {acknowledged} acknowledged, bare {bareRows} for {bareAcknowledged}");
            return rows == acknowledged && bareRows == bareAcknowledged ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintStartAsync(string bot, Dictionary<string, string> settings, Load load)
    {
        List<double> times = [];
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var server = await Server.StartAsync(bot, [], settings);
            while (!await load.SendAsync(new Uri(server.Address, "/slack/commands"), CancellationToken.None))
            {
                await Task.Delay(5);
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"start to first recorded thanks, five starts: {string.Join(", ", times.Select(time => $"{time:F2}"))} s, median "
                + $"{times.Order().ElementAt(2):F2} s"));
    }

    private static Dictionary<string, string> Settings(string folder, SlackStandIn slack) => new(StringComparer.Ordinal)
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["Urls"] = "http://127.0.0.1:0",
        ["ConnectionStrings__RelateBot"] = $"Data Source={Path.Combine(folder, "bot.db")}",
        ["Slack__SigningSecret"] = slack.Options.SigningSecret,
        ["Slack__BotToken"] = slack.Workspace.BotToken,
        ["Slack__ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
    };

    private static async Task<string> PublishAsync(string folder)
    {
        var output = Path.Combine(folder, "published");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                Path.Combine(Repository.Root, "src", "Bot"),
                "-c",
                "Release",
                "-r",
                "linux-x64",
                "--self-contained",
                "false",
                "-p:PublishReadyToRun=true",
                "-o",
                output,
                "-v",
                "q"
            ]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(output, "RelateBot.Bot") : throw new InvalidOperationException("Publishing failed.");
    }

    private static async Task SeedAsync(string database, SlackStandIn slack)
    {
        var tenant = new Tenant();
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
            Name = "Bench",
            TimeZone = "Etc/UTC"
        };
        tenant.Use(organisation.Id);
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(DatabaseProvider.Sqlite, $"Data Source={database}");
        await using var context = new RelateDbContext(options.Options) { Tenant = tenant };
        await new Migrator(context, Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance).PrepareAsync(
            CancellationToken.None);

        var workspace = new Workspace
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Platform = "slack",
            ExternalId = slack.Workspace.Id,
            Name = "Bench"
        };
        var departments = Enumerable
            .Range(0, 20)
            .Select(i => new Department { Id = NewId(), OrganisationId = organisation.Id, Name = $"Department {i}", Handle = $"d{i}" })
            .ToList();
        var people = Enumerable.Range(0, People).Select(i => new Person
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Name = $"Person {i}",
            Handle = $"u{i}",
            Email = $"u{i}@example.com",
            DepartmentId = departments[i % 20].Id,
        }).ToList();
        context.Organisations.Add(organisation);
        context.Workspaces.Add(workspace);
        context.Departments.AddRange(departments);
        context.People.AddRange(people);
        context.Identities.AddRange(people.Select((person, i) => new Identity
        {
            Id = NewId(), OrganisationId = organisation.Id, WorkspaceId = workspace.Id, PersonId = person.Id, ExternalId = $"U{i:D8}",
        }));
        await context.SaveChangesAsync();
        SqliteConnection.ClearAllPools();

        static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
    }

    private static async Task<long> CountAsync(string folder, string file, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static void AddRow(Table table, int concurrency, string server, LoadResult result, double? ratio) => table.AddRow(
        concurrency.ToString(CultureInfo.InvariantCulture),
        server,
        Number(result.PerSecond, "F0"),
        Number(result.Percentile(0.5), "F2"),
        Number(result.Percentile(0.95), "F2"),
        Number(result.Percentile(0.99), "F2"), Number(result.ProcessorMicroseconds, "F0"),
        result.Errors.ToString(CultureInfo.InvariantCulture), ratio is null ? "" : Number(ratio.Value, "F2"));

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static int Option(string[] options, string name, int otherwise) =>
        Array.IndexOf(options, name) is var at and >= 0 && at + 1 < options.Length
            ? int.Parse(options[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}
