using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>A fake database has no pending migrations.</summary>
internal sealed class NoMigrations : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations => ImmutableDictionary<string, TypeInfo>.Empty;

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(NoMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) => null;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) => throw new NotSupportedException();
}
