using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Imports;

/// <summary>
/// Writes a batch of an import in a scope and a transaction of its own, so that memory stays bounded and a killed import loses one batch.
/// </summary>
internal sealed class ImportBatchWriter(OrganisationScope organisations)
{
    /// <summary>Rows written together.</summary>
    public const int Size = 1_000;

    /// <summary>
    /// Runs <paramref name="write"/> and commits. It runs again, from the beginning, when the running host committed something that it
    /// rests on.
    /// </summary>
    public Task<T> WriteAsync<T>(Guid organisationId, Func<RelateDbContext, Task<T>> write, CancellationToken cancellationToken) =>
        organisations.ChangeAsync(organisationId, (RelateDbContext context, CancellationToken _) => write(context), cancellationToken);
}
