using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Hosting;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Database;
using Spectre.Console;

namespace RelateBot.Benchmarks.Prompts;

/// <summary>A Friday afternoon on which a hundred thousand people are due at once: planned, and their prompts in the outbox.</summary>
internal static class PromptsBenchmark
{
    private const int Departments = 500;
    private static readonly DateTimeOffset friday = new(2026, 11, 20, 15, 59, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] options)
    {
        var people = options is ["--people", var number] ? int.Parse(number, null) : 100_000;
        var folder = Directory.CreateTempSubdirectory("relatebot-prompts-").FullName;
        var app = RelateBotHost.BuildServices([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["ConnectionStrings:RelateBot"] =
                $"Data Source={Path.Combine(folder, "bench.db")}"
                });
            builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(friday));
            builder.Logging.ClearProviders();
        });
        try
        {
            await FillAsync(app, people);
            var started = Stopwatch.GetTimestamp();
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var job = ActivatorUtilities.CreateInstance<PromptJob>(app.Services);
            await job.Execute(null!, CancellationToken.None);
            var elapsed = Stopwatch.GetElapsedTime(started);

            var process = Process.GetCurrentProcess();
            await using var scope = app.Services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
            var (prompts, outgoing) = (
                await context.Prompts.IgnoreQueryFilters().CountAsync(),
                await context.Outbox.IgnoreQueryFilters().CountAsync());
            AnsiConsole.WriteLine($"{people:N0} people, {prompts:N0} prompts, {outgoing:N0} messages in {elapsed.TotalSeconds:N1} s " +
                $"({(process.TotalProcessorTime - processor).TotalSeconds:N1} s of processor time); "
                + $"{process.PeakWorkingSet64 / 1024 / 1024:N0} MiB at its highest.");
            return prompts == outgoing && prompts == people ? 0 : 1;
        }
        finally
        {
            await app.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(WebApplication app, int count)
    {
        var dice = new Random(6);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Migrator>().PrepareAsync(CancellationToken.None);
        }

        var organisation = new Organisation { Id = NewId(), Name = "Acme", TimeZone = "Etc/UTC" };
        var workspace = new Workspace
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Platform = "slack",
            ExternalId = "T1",
            Name = "Acme"
        };
        Guid[] departments = [.. Enumerable.Range(0, Departments).Select(_ => NewId())];
        Guid[] people = [.. Enumerable.Range(0, count).Select(_ => NewId())];
        await SaveAsync(
            app,
            organisation.Id,
            [
                organisation,
                workspace,
                .. departments.Select((id, n) =>
                    new Department { Id = id, OrganisationId = organisation.Id, Name = $"Team {n}", Handle = $"team{n}" })
            ]);
        foreach (var batch in people.Select((id, n) => (Id: id, Number: n)).Chunk(5_000))
        {
            await SaveAsync(app, organisation.Id, [.. batch.SelectMany(person => Rows(person.Id, person.Number))]);
        }

        IEnumerable<object> Rows(Guid id, int number)
        {
            var department = departments[number % Departments];
            yield return new Person { Id = id, OrganisationId = organisation.Id, Name = $"Person {number}", DepartmentId = department };
            var plan = new PromptPlan { OrganisationId = organisation.Id, PersonId = id };
            plan.Reschedule(friday.AddMinutes(-30));
            yield return plan;
            yield return new Identity
            {
                Id = NewId(),
                OrganisationId = organisation.Id,
                WorkspaceId = workspace.Id,
                PersonId = id,
                ExternalId = $"U{number}"
            };
            for (var help = 0; help < 2; help++)
            {
                var helper = dice.Next(count);
                yield return new Exchange
                {
                    Id = NewId(),
                    OrganisationId = organisation.Id,
                    ActId = NewId(),
                    Kind = ExchangeKind.Help,
                    FromPersonId = people[helper],
                    FromDepartmentId = departments[helper % Departments],
                    ToPersonId = id, ToDepartmentId = department, Note = "with the laptop", Values = [], Visibility = Visibility.Public,
                    OccurredAt = friday.AddDays(-dice.Next(30)), RecordedAt = friday, Source = "bench",
                };
            }
        }

        static Guid NewId() => Guid.CreateVersion7(friday);
    }

    private static async Task SaveAsync(WebApplication app, Guid organisationId, IReadOnlyCollection<object> rows)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        scope.ServiceProvider.GetRequiredService<RelateDbContext>().AddRange(rows);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
    }
}
