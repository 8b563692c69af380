using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Dashboard;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class DashboardVisitStoreContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task Of_all_who_open_a_link_at_once_one_gets_a_session()
    {
        var link = await InviteAsync();

        var opened = await Task.WhenAll(Enumerable
            .Range(0, 8)
            .Select(_ => AskAsync((DashboardVisitStore visits) => visits.OpenAsync(link, default))));

        var (session, visit) = Assert.Single(opened, one => one is not null)!.Value;
        Assert.Equal(Organisation.Id, visit.OrganisationId);
        Assert.Equal("?period=2026-10", visit.View);
        Assert.Equal(visit.Id, (await AskAsync((DashboardVisitStore visits) => visits.FindAsync(session, default)))!.Id);
        Assert.False(await AskAsync((DashboardVisitStore visits) => visits.CanOpenAsync(link, default)));
        Assert.Null(await AskAsync((DashboardVisitStore visits) => visits.FindAsync(link, default)));
    }

    [SkippableFact]
    public async Task A_session_is_no_link_and_a_link_no_session()
    {
        var link = await InviteAsync();
        Assert.Null(await AskAsync((DashboardVisitStore visits) => visits.FindAsync(link, default)));

        var (session, _) = (await AskAsync((DashboardVisitStore visits) => visits.OpenAsync(link, default)))!.Value;

        Assert.False(await AskAsync((DashboardVisitStore visits) => visits.CanOpenAsync(session, default)));
        Assert.Null(await AskAsync((DashboardVisitStore visits) => visits.OpenAsync(session, default)));
    }

    [SkippableFact]
    public async Task Ending_a_session_leaves_no_row()
    {
        var link = await InviteAsync();
        var (session, _) = (await AskAsync((DashboardVisitStore visits) => visits.OpenAsync(link, default)))!.Value;

        await AskAsync(async (DashboardVisitStore visits) =>
        {
            await visits.EndAsync(session, default);
            return true;
        });

        Assert.Equal(0, await AskAsync((RelateDbContext context) => context.DashboardVisits.CountAsync()));
    }

    private async Task<string> InviteAsync()
    {
        var link = "";
        await CommitAsync((DashboardVisitStore visits) =>
            link = visits.CreateLink(Organisation.Id, NewId(), Workspace.Id, "?period=2026-10"));
        return link;
    }

    public sealed class On_SQLite(SqliteDatabase database) : DashboardVisitStoreContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database)
        : DashboardVisitStoreContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : DashboardVisitStoreContract(database), IClassFixture<SqlServerDatabase>;
}
