using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// Moves ledger entries from the backlog into the projections. Every transaction keeps one thing true: the projections are the
/// ledger without the backlog. So it does not matter who projects, in what order, or what is killed in between.
/// </summary>
public sealed class Projector(IServiceScopeFactory scopes)
{
    private const int DrainedAtOnce = 1_000;

    /// <summary>
    /// Projects the oldest entries of the backlog and returns how many; zero when there is none. Throws <see cref="ConflictException"/>
    /// when another host projected some of them first; nothing is kept then.
    /// </summary>
    public async Task<int> ProjectAsync(int atMost, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        var oldest = await context.UnprojectedExchanges.IgnoreQueryFilters().AsNoTracking()
            .OrderBy(unprojected => unprojected.ExchangeId).FirstOrDefaultAsync(cancellationToken);
        if (oldest is null)
        {
            return 0;
        }

        scope.ServiceProvider.GetRequiredService<Tenant>().Is(oldest.OrganisationId);
        var backlog = await (
            from unprojected in context.UnprojectedExchanges
            join exchange in context.Exchanges on unprojected.ExchangeId equals exchange.Id
            orderby unprojected.ExchangeId
            select new { unprojected, exchange }).AsNoTracking().Take(atMost).ToListAsync(cancellationToken);

        var zone = (await context.Organisations.AsNoTracking().FirstAsync(organisation => organisation.Id == oldest.OrganisationId, cancellationToken)).Zone();
        var entries = backlog.ConvertAll(row => row.exchange);
        var queries = scope.ServiceProvider.GetRequiredService<CompiledQueries>();
        await FlowProjection.ApplyAsync(context, queries, entries, zone, cancellationToken);
        await HelperProjection.ApplyAsync(context, entries, zone, cancellationToken);
        await TieProjection.ApplyAsync(context, queries, entries, cancellationToken);
        await FocusProjection.ApplyAsync(context, entries, cancellationToken);
        context.UnprojectedExchanges.RemoveRange(backlog.Select(row => row.unprojected));
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
        return backlog.Count;
    }

    /// <summary>Projects until the backlog is empty, also when other hosts help. <paramref name="progress"/> hears how many are still to come.</summary>
    public async Task DrainAsync(Action<int>? progress, CancellationToken cancellationToken)
    {
        var left = await BacklogAsync(cancellationToken);
        for (var projected = -1; projected != 0;)
        {
            progress?.Invoke(left);
            try
            {
                projected = await ProjectAsync(DrainedAtOnce, cancellationToken);
                left = Math.Max(left - projected, 0);
            }
            catch (ConflictException)
            {
                // Somebody else did part of it.
                left = await BacklogAsync(cancellationToken);
            }
        }
    }

    /// <summary>How many entries the projections do not hold yet.</summary>
    public async Task<int> BacklogAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        return await context.UnprojectedExchanges.IgnoreQueryFilters().CountAsync(cancellationToken);
    }

    /// <summary>Says in which time zone days and months are counted from now on, in every organisation. What is counted already stays until it is counted again.</summary>
    public async Task AdoptAsync(string timeZone, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Organisations
            .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.TimeZone, timeZone), cancellationToken);
    }

    /// <summary>Drops all projections and puts the whole ledger into the backlog, in one transaction. What follows is projecting as always.</summary>
    public async Task StartOverAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RelateDbContext>();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            // Serializable: what is dropped and what is put back must be one look at the ledger, whoever writes at the same time.
            await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            await FlowProjection.DropAsync(context, cancellationToken);
            await HelperProjection.DropAsync(context, cancellationToken);
            await TieProjection.DropAsync(context, cancellationToken);
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO unprojected_exchanges ("OrganisationId", "ExchangeId")
                SELECT "OrganisationId", "Id" FROM exchanges
                WHERE NOT EXISTS (SELECT 1 FROM unprojected_exchanges WHERE "ExchangeId" = exchanges."Id")
                """,
                cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        });
    }
}
