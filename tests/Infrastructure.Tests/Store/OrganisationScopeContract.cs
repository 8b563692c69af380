using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class OrganisationScopeContract(TestDatabase database) : StoreContract(database)
{
    private OrganisationScope Organisations => Store.Services.GetRequiredService<OrganisationScope>();

    [SkippableFact]
    public async Task What_only_reads_commits_nothing_and_a_commit_keeps_it()
    {
        await Organisations.RunAsync(
            Organisation.Id,
            (RelateDbContext context, CancellationToken token) => AddAsync(context, "Sue", token),
            default);
        Assert.Empty(await NamesAsync());

        var count = await Organisations.CommitAsync(
            Organisation.Id,
            (RelateDbContext context, CancellationToken token) => AddAsync(context, "Raj", token),
            default);

        Assert.Equal(1, count);
        Assert.Equal(["Raj"], await NamesAsync());
    }

    [SkippableFact]
    public async Task Across_organisations_a_filtered_query_finds_nothing()
    {
        await Organisations.CommitAsync(Organisation.Id, (RelateDbContext context) => context.People.Add(NewPerson("Sue")), default);

        Assert.Empty(
            await Organisations.AcrossAsync(
                (RelateDbContext context, CancellationToken token) => context.People.ToListAsync(token),
                default));
    }

    [SkippableFact]
    public async Task A_change_that_someone_overtakes_begins_again_in_a_new_scope()
    {
        HashSet<UnitOfWork> scopes = [];

        var tried = await Organisations.ChangeAsync(
            Organisation.Id,
            (UnitOfWork unitOfWork, RelateDbContext context, CancellationToken _) =>
            {
                scopes.Add(unitOfWork);
                context.People.Add(NewPerson($"Sue {scopes.Count}"));
                Overtake(when: scopes.Count < 3);
                return Task.FromResult(scopes.Count);
            },
            default);

        Assert.Equal(3, tried);
        Assert.Equal(["Sue 3"], await NamesAsync());
    }

    [SkippableFact]
    public async Task A_change_that_always_loses_is_given_up()
    {
        var tried = 0;
        await Assert.ThrowsAsync<ConflictException>(() =>
            Organisations.ChangeAsync(Organisation.Id, (RelateDbContext _) => Overtake(when: ++tried > 0), default));
        Assert.Equal(OrganisationScope.Attempts, tried);
    }

    [SkippableFact]
    public async Task A_commit_that_someone_overtakes_is_not_tried_again()
    {
        var tried = 0;
        await Assert.ThrowsAsync<ConflictException>(() =>
            Organisations.CommitAsync(Organisation.Id, (RelateDbContext _) => Overtake(when: ++tried > 0), default));
        Assert.Equal(1, tried);
    }

    [SkippableFact]
    public async Task What_is_found_across_organisations_is_changed_in_its_own()
    {
        var name = await Organisations.CommitFoundAsync(
            (RelateDbContext context, CancellationToken token) => context.Workspaces
                .IgnoreQueryFilters()
                .FirstOrDefaultAsync(stored => stored.Id == Workspace.Id, token),
            (RelateDbContext _, Workspace found, CancellationToken _) => Task.FromResult(found.Name = "Renamed"),
            default);

        Assert.Equal("Renamed", name);
        Assert.Equal("Renamed", (await AskAsync((RelateDbContext context) => context.Workspaces.SingleAsync())).Name);
    }

    [SkippableFact]
    public async Task Where_nothing_is_found_nothing_is_done() => Assert.Null(await Organisations.CommitFoundAsync(
        (RelateDbContext _, CancellationToken _) => Task.FromResult<Workspace?>(null),
        (RelateDbContext _, Workspace _, CancellationToken _) => Task.FromResult("done"),
        default));

    private static void Overtake(bool when)
    {
        if (when)
        {
            throw new ConflictException(new DbUpdateConcurrencyException());
        }
    }

    private Task<int> AddAsync(RelateDbContext context, string name, CancellationToken cancellationToken)
    {
        context.People.Add(NewPerson(name));
        return Task.FromResult(cancellationToken.IsCancellationRequested ? 0 : context.People.Local.Count);
    }

    private Task<List<string>> NamesAsync() =>
        AskAsync((RelateDbContext context) => context.People.OrderBy(person => person.Name).Select(person => person.Name).ToListAsync());

    public sealed class On_SQLite(SqliteDatabase database) : OrganisationScopeContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : OrganisationScopeContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : OrganisationScopeContract(database), IClassFixture<SqlServerDatabase>;
}
