using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

/// <summary>An organisation that left is erased from every table, including future ones, and no other organisation's row changes.</summary>
public abstract class DepartedOrganisationEraserContract(TestDatabase database) : StoreContract(database)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    [SkippableFact]
    public async Task Everything_goes_once_the_time_is_over()
    {
        var installation = await FillAsync(Organisation);
        var other = new Organisation { Id = NewId(), Name = "Other", TimeZone = "UTC" };
        await AddOrganisationAsync(other, NewWorkspace(other));
        await FillAsync(other);
        await EndAsync(installation);

        Clock.Advance(Kept);
        await EraseAsync();
        Assert.All(await TablesWithRowsOfAsync(Organisation), table => Assert.True(table.HasRows, table.Name));

        Clock.Advance(TimeSpan.FromSeconds(1));
        await EraseAsync();
        Assert.All(await TablesWithRowsOfAsync(Organisation), table => Assert.False(table.HasRows, table.Name));
        Assert.All(await TablesWithRowsOfAsync(other), table => Assert.True(table.HasRows, table.Name));
        Assert.Equal([other.Id], await AskAsync((RelateDbContext context) =>
            context.Organisations
                .Where(stored => stored.Id == other.Id || stored.Id == Organisation.Id)
                .Select(stored => stored.Id)
                .ToListAsync()));
    }

    [SkippableFact]
    public async Task Nobody_goes_who_has_a_workspace_that_needs_no_installation()
    {
        await EndAsync(await FillAsync(Organisation, withInstalledWorkspacesOnly: false));
        Clock.Advance(Kept * 2);

        await EraseAsync();

        Assert.All(await TablesWithRowsOfAsync(Organisation), table => Assert.True(table.HasRows, table.Name));
    }

    private Task EraseAsync() => AskAsync((DepartedOrganisationEraser departed) => departed.EraseAsync(default));

    private Task EndAsync(Installation installation) => Store.CommitAsync(installation.OrganisationId, async services =>
        (await services.GetRequiredService<InstallationStore>().FindAsync(installation.Id, default))!.End(Clock.GetUtcNow()));

    /// <summary>A row in every table that holds something of an organisation.</summary>
    private async Task<Installation> FillAsync(Organisation organisation, bool withInstalledWorkspacesOnly = true)
    {
        var installation = new Installation
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Platform = "test",
            ExternalId = $"{organisation.Id:N}",
            Name = "Acme"
        };
        installation.Begin(Clock.GetUtcNow(), "sealed", refreshToken: null, expiresAt: null);
        await Store.CommitAsync(organisation.Id, services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            context.AddRange(EntityExamples.TypesOfOrganisations
                .Where(type => type != typeof(Installation))
                .Select(type => EntityExamples.Create(context, type, organisation.Id)));
            context.Add(installation);
        });
        if (withInstalledWorkspacesOnly)
        {
            await Store.CommitAsync(organisation.Id, async services =>
            {
                foreach (var workspace in await services.GetRequiredService<RelateDbContext>().Workspaces.ToListAsync())
                {
                    workspace.InstallationId = installation.Id;
                }
            });
        }

        return installation;
    }

    private Task<List<(string Name, bool HasRows)>> TablesWithRowsOfAsync(Organisation organisation) =>
        Store.InScopeAsync(organisation.Id, async services =>
    {
        List<(string, bool)> tables = [];
        foreach (var type in EntityExamples.TypesOfOrganisations)
        {
            var rows = (IQueryable<IOrganisationScoped>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type)
                .Invoke(services.GetRequiredService<RelateDbContext>(), [])!;
            tables.Add((type.Name, await rows.AnyAsync()));
        }

        return tables;
    });

    public sealed class On_SQLite(SqliteDatabase database) : DepartedOrganisationEraserContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database)
        : DepartedOrganisationEraserContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database)
        : DepartedOrganisationEraserContract(database), IClassFixture<SqlServerDatabase>;
}
