using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

/// <summary>No query and no write crosses organisations, for every entity of the model, including future ones.</summary>
public abstract class TenantContract(TestDatabase database) : StoreContract(database)
{
    private readonly Organisation other = new()
    {
        Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        Name = "Other",
        TimeZone = "UTC"
    };

    /// <summary>Every entity that belongs to an organisation.</summary>
    public static TheoryData<Type> Entities { get; } = [.. EntityExamples.TypesOfOrganisations];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AddOrganisationAsync(other, NewWorkspace(other));
    }

    [SkippableTheory]
    [MemberData(nameof(Entities))]
    public async Task Each_organisation_sees_its_own_rows_only(Type entity)
    {
        await AddExampleAsync(entity, Organisation.Id);
        await AddExampleAsync(entity, other.Id);

        Assert.Equal([Organisation.Id], await OwnersAsync(entity, Organisation.Id));
        Assert.Equal([other.Id], await OwnersAsync(entity, other.Id));
        Assert.Empty(await OwnersAsync(entity, Guid.Empty));
        Assert.Superset(
            new HashSet<Guid> { Organisation.Id, other.Id },
            (await OwnersAsync(entity, Organisation.Id, acrossOrganisations: true)).ToHashSet());
    }

    [SkippableTheory]
    [MemberData(nameof(Entities))]
    public async Task Nobody_adds_changes_or_removes_a_row_of_another_organisation(Type entity)
    {
        foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => CommitAsync((RelateDbContext context) =>
            {
                context.Entry(EntityExamples.Create(context, entity, other.Id)).State = state;
            }));
            Assert.Contains("another organisation", refused.Message, StringComparison.Ordinal);
        }
    }

    private Task AddExampleAsync(Type entity, Guid owner) => Store.CommitAsync(owner, services =>
    {
        var context = services.GetRequiredService<RelateDbContext>();
        context.Add(EntityExamples.Create(context, entity, owner));
    });

    /// <summary>The distinct organisations whose rows of a type an organisation can see.</summary>
    private Task<List<Guid>> OwnersAsync(Type entity, Guid asSeenBy, bool acrossOrganisations = false) =>
        Store.InScopeAsync(asSeenBy, async services =>
    {
        var rows = (IQueryable<IOrganisationScoped>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity)
            .Invoke(services.GetRequiredService<RelateDbContext>(), [])!;
        var seen = await (acrossOrganisations ? rows.IgnoreQueryFilters() : rows).AsNoTracking().ToListAsync();
        return seen.Select(row => row.OrganisationId).Distinct().ToList();
    });

    public sealed class On_SQLite(SqliteDatabase database) : TenantContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : TenantContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : TenantContract(database), IClassFixture<SqlServerDatabase>;
}
