using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Imports;

/// <summary>Writes a batch of an import in a scope and a transaction of its own, so that memory stays bounded and a killed import loses one batch.</summary>
internal sealed class ImportBatches(IServiceScopeFactory scopes)
{
    /// <summary>Rows written together.</summary>
    public const int Size = 1_000;

    private const int Attempts = 5;

    /// <summary>Runs <paramref name="write"/> and commits. It runs again, from the beginning, when the running host committed something that it rests on.</summary>
    public async Task<T> WriteAsync<T>(Guid organisationId, Func<RelateDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Tenant>().Is(organisationId);
                var written = await write(scope.ServiceProvider.GetRequiredService<RelateDbContext>());
                await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
                return written;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Look again at what is there now.
            }
        }
    }
}
