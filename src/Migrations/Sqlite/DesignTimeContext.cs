using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.Migrations.Sqlite;

/// <summary>What <c>dotnet ef</c> starts from.</summary>
internal sealed class DesignTimeContext() : ProviderDesignContext(DatabaseProvider.Sqlite);
