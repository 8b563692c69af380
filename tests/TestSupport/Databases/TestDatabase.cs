using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.TestSupport.Databases;

/// <summary>A migrated database of its own for a test class, gone when the class has run.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    public abstract DatabaseProvider Provider { get; }

    /// <summary>Set once initialised, unless the database is absent.</summary>
    public string ConnectionString { get; protected set; } = "";

    /// <summary>The settings that point a host at it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Database:Provider"] = Provider.ToString(),
        [$"ConnectionStrings:{StoreRegistration.ConnectionName}"] = ConnectionString,
    };

    /// <summary>Why it cannot be had here and how to change that; null when it can.</summary>
    public virtual string? WhyAbsent => null;

    /// <summary>What <c>RELATEBOT_REQUIRE</c> calls it.</summary>
    protected virtual string Requires => Provider.ToString();

    /// <summary>Skips the running test where the database is absent (see <see cref="Requirement"/>).</summary>
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

    /// <summary>Makes it, migrated, and returns its connection string.</summary>
    protected abstract Task<string> CreateAsync();

    protected abstract Task DropAsync();

    /// <summary>A name that no other database has.</summary>
    protected static string NewName() => $"relatebot_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
}
