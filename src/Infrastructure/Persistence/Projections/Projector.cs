using System.Data;
using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// Moves ledger entries from the backlog into the projections. Every transaction keeps one thing true: the projections are the
/// ledger without the backlog. So it does not matter who projects, in what order, or what is killed in between.
/// </summary>
public sealed class Projector(OrganisationScope organisations)
{
    private const int DrainedAtOnce = 1_000;

    /// <summary>
    /// Projects the oldest entries of the backlog and returns how many; zero when there is none. Throws <see cref="ConflictException"/>
    /// when another host projected some of them first; nothing is kept then.
    /// </summary>
    public Task<int> ProjectAsync(int atMost, CancellationToken cancellationToken) => organisations.CommitFoundAsync(
        (ProjectionStep step, CancellationToken token) => step.OldestAsync(token),
        (ProjectionStep step, UnprojectedExchange oldest, CancellationToken token) => step.ApplyAsync(oldest.OrganisationId, atMost, token),
        cancellationToken);

    /// <summary>
    /// Projects until the backlog is empty, also when other hosts help. <paramref name="progress"/> hears how many are still to come.
    /// </summary>
    public async Task DrainAsync(Action<int>? progress, CancellationToken cancellationToken)
    {
        var left = await CountBacklogAsync(cancellationToken);
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
                left = await CountBacklogAsync(cancellationToken);
            }
        }
    }

    /// <summary>How many entries the projections do not hold yet.</summary>
    public Task<int> CountBacklogAsync(CancellationToken cancellationToken) => organisations.AcrossAsync(
        (RelateDbContext context, CancellationToken token) => context.UnprojectedExchanges.IgnoreQueryFilters().CountAsync(token),
        cancellationToken);

    /// <summary>
    /// Says in which time zone days and months are counted from now on, in every organisation. What is counted already stays until it is
    /// counted again.
    /// </summary>
    public Task ChangeTimeZoneAsync(string timeZone, CancellationToken cancellationToken) => organisations.AcrossAsync(
        (RelateDbContext context, CancellationToken token) =>
            context.Organisations.ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.TimeZone, timeZone), token),
        cancellationToken);

    /// <summary>
    /// Drops all projections and puts the whole ledger into the backlog, in one transaction. What follows is projecting as always.
    /// </summary>
    public Task ResetAsync(CancellationToken cancellationToken) =>
        organisations.AcrossAsync((RelateDbContext context, CancellationToken token) => ResetAsync(context, token), cancellationToken);

    private static async Task ResetAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
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
