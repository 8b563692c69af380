using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Imports;

/// <summary>
/// Writes each batch of an import in its own scope and transaction, so that memory is bounded and an interrupted import loses at most one
/// batch.
/// </summary>
internal sealed class ImportBatchWriter(OrganisationScope organisations)
{
    /// <summary>The number of rows in a batch.</summary>
    public const int Size = 1_000;

    /// <summary>
    /// Runs <paramref name="write"/> and commits. Runs it again from the start when the running host committed a conflicting change.
    /// </summary>
    public Task<T> WriteAsync<T>(Guid organisationId, Func<RelateDbContext, Task<T>> write, CancellationToken cancellationToken) =>
        organisations.ChangeAsync(organisationId, (RelateDbContext context, CancellationToken _) => write(context), cancellationToken);
}
