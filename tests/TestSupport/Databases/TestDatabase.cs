using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.TestSupport.Databases;

/// <summary>A migrated database for one test class, deleted afterwards.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    public abstract DatabaseProvider Provider { get; }

    /// <summary>Set after initialisation if the database is available.</summary>
    public string ConnectionString { get; protected set; } = "";

    /// <summary>The settings that make a host use it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Database:Provider"] = Provider.ToString(),
        [$"ConnectionStrings:{StoreRegistration.ConnectionName}"] = ConnectionString,
    };

    /// <summary>Why the database isn't available and how to change that. Null when it is.</summary>
    public virtual string? WhyAbsent => null;

    /// <summary>Its name in <c>RELATEBOT_REQUIRE</c>.</summary>
    protected virtual string Requires => Provider.ToString();

    /// <summary>Skips the running test when the database isn't available (see <see cref="Requirement"/>).</summary>
    public void Need() => Requirement.Check(Requires, WhyAbsent);

    public async Task InitializeAsync()
    {
        if (WhyAbsent is null)
        {
            ConnectionString = await CreateAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (ConnectionString.Length > 0)
        {
            await DropAsync();
        }
    }

    /// <summary>Creates and migrates the database, and returns its connection string.</summary>
    protected abstract Task<string> CreateAsync();

    protected abstract Task DropAsync();

    /// <summary>A unique database name.</summary>
    protected static string NewName() => $"relatebot_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
}
