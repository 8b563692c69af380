using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>Lets <c>dotnet ef</c> work on one database without a host. It compares models and opens no connection.</summary>
public abstract class ProviderDesignContext(DatabaseProvider provider) : IDesignTimeDbContextFactory<RelateDbContext>
{
    /// <summary>Creates a context without a connection.</summary>
    /// <returns>A context with the model and migrations of its database.</returns>
    public RelateDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(provider, "");
        return new RelateDbContext(options.Options);
    }
}
