using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace RelateBot.Infrastructure.Persistence.Migrations;

/// <summary>
/// EF Core tells sets of migrations apart by context class; we have one context and three databases. So this shows EF Core only
/// the migrations in the namespace that is called like the database in use.
/// </summary>
internal sealed class ProviderMigrations : IMigrationsAssembly
{
    public ProviderMigrations(IDatabaseProvider provider)
    {
        var home = $"{typeof(ProviderMigrations).Namespace}.{DatabaseProviders.Of(provider.Name)}";
        var types = Assembly.DefinedTypes.Where(type => type.Namespace == home && !type.IsAbstract).ToList();
        Migrations = types.Where(type => type.GetCustomAttribute<MigrationAttribute>() is not null)
            .ToImmutableSortedDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, type => type, StringComparer.Ordinal);
        ModelSnapshot = types.Where(type => type.IsSubclassOf(typeof(ModelSnapshot)))
            .Select(type => (ModelSnapshot)Activator.CreateInstance(type)!).SingleOrDefault();
    }

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot? ModelSnapshot { get; }

    public Assembly Assembly => typeof(ProviderMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(
        id => string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase) || id.EndsWith("_" + nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
