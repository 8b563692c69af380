using System.Data;
using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// Moves ledger entries from the backlog into the projections. After every transaction, the projections equal the ledger without the
/// backlog. So any host can project, in any order, and interruptions do no harm.
/// </summary>
public sealed class Projector(OrganisationScope organisations)
{
    private const int DrainedAtOnce = 1_000;

    /// <summary>Projects the oldest entries of the backlog.</summary>
    /// <returns>The number of entries; 0 when the backlog is empty.</returns>
    /// <exception cref="ConflictException">Another host projected some of them first. Nothing is saved.</exception>
    public Task<int> ProjectAsync(int atMost, CancellationToken cancellationToken) => organisations.CommitFoundAsync(
        (ProjectionStep step, CancellationToken token) => step.OldestAsync(token),
        (ProjectionStep step, UnprojectedExchange oldest, CancellationToken token) => step.ApplyAsync(oldest.OrganisationId, atMost, token),
        cancellationToken);

    /// <summary>
    /// Projects until the backlog is empty, even when other hosts project too. <paramref name="progress"/> gets the number of remaining
    /// entries.
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
                // Another host projected some of them.
                left = await CountBacklogAsync(cancellationToken);
            }
        }
    }

    /// <summary>Counts the entries that aren't projected yet.</summary>
    public Task<int> CountBacklogAsync(CancellationToken cancellationToken) => organisations.AcrossAsync(
        (RelateDbContext context, CancellationToken token) => context.UnprojectedExchanges.IgnoreQueryFilters().CountAsync(token),
        cancellationToken);

    /// <summary>
    /// Changes the time zone for counting days and months, in every organisation. Existing counts stay as they are until the projections
    /// are rebuilt.
    /// </summary>
    public Task ChangeTimeZoneAsync(string timeZone, CancellationToken cancellationToken) => organisations.AcrossAsync(
        (RelateDbContext context, CancellationToken token) =>
            context.Organisations.ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.TimeZone, timeZone), token),
        cancellationToken);

    /// <summary>
    /// Deletes all projections and puts the whole ledger into the backlog, in one transaction. They are rebuilt by the usual projecting.
    /// </summary>
    public Task ResetAsync(CancellationToken cancellationToken) =>
        organisations.AcrossAsync((RelateDbContext context, CancellationToken token) => ResetAsync(context, token), cancellationToken);

    private static async Task ResetAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            // Serializable: deleting and refilling must see the same ledger, even with concurrent writes.
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
