using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RelateBot.Infrastructure.Persistence.Database;

/// <summary>Lets <c>dotnet ef</c> work without a host, for one database. It compares models and opens no connection.</summary>
public abstract class ProviderDesignContext(DatabaseProvider provider) : IDesignTimeDbContextFactory<RelateDbContext>
{
    /// <summary>A context without a connection.</summary>
    /// <returns>It knows its database's model and migrations.</returns>
    public RelateDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(provider, "");
        return new RelateDbContext(options.Options);
    }
}
