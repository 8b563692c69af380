using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Configuration;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef … -- --provider PostgreSql</c> work without a host. It compares models and opens no connection.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<RelateDbContext>
{
    public RelateDbContext CreateDbContext(string[] args)
    {
        var provider = new ConfigurationBuilder().AddCommandLine(args).Build().GetValue("provider", DatabaseProvider.Sqlite);
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(provider, "");
        return new RelateDbContext(options.Options);
    }
}
