using Microsoft.Extensions.Diagnostics.HealthChecks;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(OrganisationScope organisations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await organisations.AcrossAsync(
            (RelateDbContext store, CancellationToken token) => store.Database.CanConnectAsync(token),
            cancellationToken)
            ? HealthCheckResult.Healthy("It answers.")
            : HealthCheckResult.Unhealthy("It does not answer.");
}
