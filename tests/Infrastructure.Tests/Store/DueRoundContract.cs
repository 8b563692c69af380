using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Scheduling;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class DueRoundContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task What_fails_is_undone_keeps_no_other_back_and_is_thrown_at_the_end()
    {
        var round = NewRound();
        await AddAsync(round, "First");
        await AddAsync(round, "Second", new InvalidOperationException("the second"));
        await AddAsync(round, "Third");

        var failed = Assert.Throws<AggregateException>(round.End);
        Assert.Equal("the second", Assert.Single(failed.InnerExceptions).Message);
        Assert.Equal(["First", "Third"], await NamesAsync());
    }

    [SkippableFact]
    public async Task Where_somebody_else_was_first_the_next_look_decides()
    {
        var round = NewRound();
        await AddAsync(round, "First", new ConflictException(new DbUpdateConcurrencyException()));
        await AddAsync(round, "Second");

        round.End();
        Assert.Equal(["Second"], await NamesAsync());
    }

    [SkippableFact]
    public async Task A_host_that_stops_stops_at_once() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => AddAsync(NewRound(), "First", new OperationCanceledException()));

    private DueRound NewRound() => new(Store.Services.GetRequiredService<OrganisationScope>(), Clock);

    /// <summary>Adds a person, unless the round fails at the end.</summary>
    private Task AddAsync(DueRound round, string name, Exception? trouble = null) => round.DoAsync(
        Organisation.Id,
        (RelateDbContext context, CancellationToken _) =>
        {
            context.People.Add(NewPerson(name));
            return trouble is null ? Task.CompletedTask : Task.FromException(trouble);
        },
        CancellationToken.None);

    private Task<List<string>> NamesAsync() => Store.InScopeAsync(Organisation.Id, services =>
        services.GetRequiredService<RelateDbContext>().People.OrderBy(person => person.Name).Select(person => person.Name).ToListAsync());

    public sealed class On_SQLite(SqliteDatabase database) : DueRoundContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : DueRoundContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : DueRoundContract(database), IClassFixture<SqlServerDatabase>;
}
