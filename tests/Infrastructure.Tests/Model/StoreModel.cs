using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Infrastructure.Tests.Model;

/// <summary>The model as each database's provider sees it; no connection is opened.</summary>
internal static class StoreModel
{
    public static RelateDbContext Open(DatabaseProvider provider, Action<DbContextOptionsBuilder>? customise = null)
    {
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(provider, "");
        customise?.Invoke(options);
        return new RelateDbContext(options.Options);
    }
}
