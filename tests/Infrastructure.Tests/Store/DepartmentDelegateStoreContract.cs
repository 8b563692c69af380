using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class DepartmentDelegateStoreContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task Those_of_a_department_are_read_with_what_the_command_itself_changed()
    {
        var (it, sue, raj) = (NewId(), NewId(), NewId());
        await CommitAsync((IDepartmentDelegateStore delegates) =>
        {
            delegates.Add(NewDelegate(it, sue));
            delegates.Add(NewDelegate(NewId(), sue));
        });

        await CommitAsync(async (IDepartmentDelegateStore delegates) =>
        {
            delegates.Add(NewDelegate(it, raj));
            delegates.Remove((await delegates.GetForDepartmentAsync(it, default)).Single(delegated => delegated.PersonId == sue));
            Assert.Equal([raj], (await delegates.GetForDepartmentAsync(it, default)).Select(delegated => delegated.PersonId));
        });

        Assert.Equal(
            [raj],
            (await AskAsync((IDepartmentDelegateStore delegates) => delegates.GetForDepartmentAsync(it, default))).Select(delegated =>
                delegated.PersonId));
    }

    [SkippableFact]
    public async Task Nobody_is_named_twice()
    {
        var (it, sue) = (NewId(), NewId());
        await CommitAsync((IDepartmentDelegateStore delegates) => delegates.Add(NewDelegate(it, sue)));

        await Assert.ThrowsAsync<ConflictException>(() =>
            CommitAsync((IDepartmentDelegateStore delegates) => delegates.Add(NewDelegate(it, sue))));
    }

    private DepartmentDelegate NewDelegate(Guid departmentId, Guid personId) =>
        new() { OrganisationId = Organisation.Id, DepartmentId = departmentId, PersonId = personId };

    public sealed class On_SQLite(SqliteDatabase database) : DepartmentDelegateStoreContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database)
        : DepartmentDelegateStoreContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database)
        : DepartmentDelegateStoreContract(database), IClassFixture<SqlServerDatabase>;
}
