using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Hosting;

/// <summary>Says whether a check can query the database.</summary>
internal static class DatabaseReadiness
{
    /// <summary>True when the database answers and has this version's tables. If not, another check reports what is wrong.</summary>
    public static Task<bool> IsDatabaseReadyAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrganisationScope>().AcrossAsync(
            async (RelateDbContext context, CancellationToken token) =>
                await context.Database.CanConnectAsync(token) && !(await context.Database.GetPendingMigrationsAsync(token)).Any(),
            cancellationToken);
}
