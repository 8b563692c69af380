using Microsoft.EntityFrameworkCore;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>Moves some ledger entries of one organisation from the backlog into the projections. The caller commits.</summary>
internal sealed class ProjectionStep(RelateDbContext context, CompiledQueries queries)
{
    /// <summary>Finds the oldest entry of any organisation that isn't projected yet.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<UnprojectedExchange?> OldestAsync(CancellationToken cancellationToken) =>
        context.UnprojectedExchanges
            .IgnoreQueryFilters()
            .AsNoTracking()
            .OrderBy(unprojected => unprojected.ExchangeId)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Projects the oldest entries of an organisation.</summary>
    /// <returns>The number of entries.</returns>
    public async Task<int> ApplyAsync(Guid organisationId, int atMost, CancellationToken cancellationToken)
    {
        var backlog = await (
            from unprojected in context.UnprojectedExchanges
            join exchange in context.Exchanges on unprojected.ExchangeId equals exchange.Id
            orderby unprojected.ExchangeId
            select new { unprojected, exchange }).AsNoTracking().Take(atMost).ToListAsync(cancellationToken);

        var organisation = await context.Organisations.AsNoTracking().FirstAsync(stored => stored.Id == organisationId, cancellationToken);
        var zone = organisation.Zone();
        var entries = backlog.ConvertAll(row => row.exchange);
        await FlowProjection.ApplyAsync(context, queries, entries, zone, cancellationToken);
        await HelperProjection.ApplyAsync(context, entries, zone, cancellationToken);
        await TieProjection.ApplyAsync(context, queries, entries, cancellationToken);
        await FocusProjection.ApplyAsync(context, entries, cancellationToken);
        context.UnprojectedExchanges.RemoveRange(backlog.Select(row => row.unprojected));
        return backlog.Count;
    }
}
