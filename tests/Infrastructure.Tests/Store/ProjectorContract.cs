using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.Infrastructure.Tests.Projections;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class ProjectorContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task Flows_and_ties_are_what_the_ledger_says_also_after_starting_over()
    {
        await RecordAsync(0, 20);
        var taken = History.Entry(Organisation.Id, new History.Step.Record(ExchangeKind.Help, 1, 2, 5));
        await CommitAsync((ILedger ledger) => ledger.Record(taken));
        await Projector(Store).ProjectAsync(7, default);
        await CommitAsync((ILedger ledger) => ledger.Record(taken.CreateCorrection(Clock.GetUtcNow())));
        await Projector(Store).DrainAsync(null, default);
        Assert.Equal(await RecountAsync(), await ProjectedAsync());

        await Projector(Store).ResetAsync(default);
        Assert.Equal(("", ""), await ProjectedAsync());
        await Projector(Store).DrainAsync(null, default);

        Assert.Equal(await RecountAsync(), await ProjectedAsync());
    }

    [SkippableFact]
    public async Task Hosts_that_record_project_and_start_over_at_the_same_time_agree_in_the_end()
    {
        await RecordAsync(0, 40);
        await using var second = NewHost();
        await using var third = NewHost();

        await Task.WhenAll(
            Task.Run(() => ProjectAllAsync(Projector(Store))),
            Task.Run(() => ProjectAllAsync(Projector(second))),
            Task.Run(() => RecordAsync(40, 20)),
            Task.Run(async () =>
            {
                await Projector(third).ResetAsync(default);
                await Projector(third).ResetAsync(default);
            }));
        await Projector(third).DrainAsync(null, default);

        Assert.Equal(await RecountAsync(), await ProjectedAsync());
    }

    /// <summary>SQLite has one writer, so that there nobody can come in between.</summary>
    private async Task SomebodyProjectsWhileAnotherStartsOverAsync()
    {
        await RecordAsync(0, 1);
        await RecordAsync(1, 1);
        var between = new Between(() => Projector(Store).ProjectAsync(10, default));
        await using var host =
            NewHost(services => services.ConfigureDbContext<RelateDbContext>(options => options.AddInterceptors(between)));

        await Projector(host).ResetAsync(default);
        await Projector(host).DrainAsync(null, default);

        Assert.True(between.Happened);
        Assert.Equal(await RecountAsync(), await ProjectedAsync());
    }

    private static Projector Projector(TestStore host) => host.Services.GetRequiredService<Projector>();

    /// <summary>In the smallest steps, so that the hosts meet often.</summary>
    private static async Task ProjectAllAsync(Projector projector)
    {
        for (var round = 0; round < 40; round++)
        {
            try
            {
                await projector.ProjectAsync(3, default);
            }
            catch (ConflictException)
            {
                // The other host was faster.
            }
        }
    }

    private async Task RecordAsync(int first, int count)
    {
        foreach (var index in Enumerable.Range(first, count))
        {
            var step = new History.Step.Record((ExchangeKind)(index % 3), index % 3, (index + 1) % 3, 50 * index);
            await CommitAsync((ILedger ledger) => ledger.Record(History.Entry(Organisation.Id, step)));
        }
    }

    private async Task<(string Flows, string Ties)> RecountAsync()
    {
        var ledger = await AskAsync((RelateDbContext context) => context.Exchanges.ToListAsync());
        return (Recount.Of(ledger, Organisation.Zone()), Recount.TiesOf(ledger));
    }

    private async Task<(string Flows, string Ties)> ProjectedAsync() => (
        Recount.Of(await AskAsync((RelateDbContext context) => context.Flows.ToListAsync())),
        Recount.TiesOf(
            await AskAsync((RelateDbContext context) => context.Ties.ToListAsync()),
            await AskAsync((RelateDbContext context) => context.TieWeeks.ToListAsync())));

    /// <summary>Lets something happen once, after the flows were dropped and before the backlog is filled.</summary>
    private sealed class Between(Func<Task> work) : DbCommandInterceptor
    {
        public bool Happened { get; private set; }

        public override async ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (!Happened && command.CommandText.StartsWith("DELETE FROM flows", StringComparison.Ordinal))
            {
                Happened = true;
                await work();
            }

            return result;
        }
    }

    public sealed class On_SQLite(SqliteDatabase database) : ProjectorContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : ProjectorContract(database), IClassFixture<PostgreSqlDatabase>
    {
        [SkippableFact]
        public Task What_somebody_projects_while_another_starts_over_counts_once() => SomebodyProjectsWhileAnotherStartsOverAsync();
    }

    public sealed class On_SQL_Server(SqlServerDatabase database) : ProjectorContract(database), IClassFixture<SqlServerDatabase>;
}
