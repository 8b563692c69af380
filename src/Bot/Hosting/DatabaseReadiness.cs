using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Hosting;

/// <summary>Whether a check may ask the database anything.</summary>
internal static class DatabaseReadiness
{
    /// <summary>True when it answers and has this version's tables; a check of its own tells what is wrong otherwise.</summary>
    public static Task<bool> IsDatabaseReadyAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrganisationScope>().AcrossAsync(
            async (RelateDbContext context, CancellationToken token) =>
                await context.Database.CanConnectAsync(token) && !(await context.Database.GetPendingMigrationsAsync(token)).Any(),
            cancellationToken);
}
