using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Scheduling;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RelateDbContext>().Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy("It answers.")
            : HealthCheckResult.Unhealthy("It does not answer.");
    }
}
