using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Hosting;

/// <summary>Whether a check may ask the database anything.</summary>
internal static class DatabaseReadiness
{
    /// <summary>True when it answers and has this version's tables; a check of its own tells what is wrong otherwise.</summary>
    public static async Task<bool> IsDatabaseReadyAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RelateDbContext>().Database;
        return await database.CanConnectAsync(cancellationToken) && !(await database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }
}
