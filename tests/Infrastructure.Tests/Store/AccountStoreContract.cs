using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Installations;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class AccountStoreContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task An_unknown_account_becomes_a_person_at_once()
    {
        var met = await MeetAsync("U1", "Sue Miller");

        var known = await AskAsync((IAccountStore accounts) => accounts.GetOrAddPersonAsync(Workspace, "U1", "Another Name", default));

        Assert.Equal((met.Id, "Sue Miller", PersonKind.Colleague), (known.Id, known.Name, known.Kind));
        var identity = Assert.Single(await AskAsync((IAccountStore accounts) => accounts.GetAccountsAsync([met.Id], default)));
        Assert.Equal(("U1", Workspace.Id, true), (identity.ExternalId, identity.WorkspaceId, identity.NeedsProfile));
    }

    [SkippableFact]
    public async Task Accounts_differ_by_case()
    {
        var one = await MeetAsync("29:1aB", "One");

        Assert.NotEqual(one.Id, (await MeetAsync("29:1Ab", "Other")).Id);
    }

    [SkippableTheory]
    [InlineData(null, "U7")]
    [InlineData("", "U7")]
    public async Task Somebody_without_a_name_goes_by_the_account(string? name, string expected) =>
        Assert.Equal(expected, (await MeetAsync("U7", name)).Name);

    [SkippableFact]
    public async Task The_longest_name_fits()
    {
        var met = await MeetAsync("U8", string.Concat(Enumerable.Repeat("😀\uFDFA", 200)));

        Assert.InRange(met.Name.Length, 199, 200);
    }

    [SkippableFact]
    public async Task The_bots_own_account_is_a_program() => Assert.Equal(PersonKind.Bot, (await MeetAsync("BOT", "RelateBot")).Kind);

    [SkippableFact]
    public async Task An_account_met_twice_in_one_command_is_one_person()
    {
        await CommitAsync(async (IAccountStore accounts) => Assert.Same(
            await accounts.GetOrAddPersonAsync(Workspace, "U2", "Raj", default),
            await accounts.GetOrAddPersonAsync(Workspace, "U2", "Raj", default)));

        Assert.Equal(1, await AskAsync((RelateDbContext context) => context.People.CountAsync(person => person.Name == "Raj")));
    }

    [SkippableFact]
    public async Task An_account_that_many_commands_meet_at_once_is_recorded_once()
    {
        var looking = 8;
        var everybodyHasLooked = new TaskCompletionSource();
        var met = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await CommitAsync(async (IAccountStore accounts) =>
                {
                    await accounts.GetOrAddPersonAsync(Workspace, "U3", "Sue", default);
                    if (Interlocked.Decrement(ref looking) == 0)
                    {
                        everybodyHasLooked.SetResult();
                    }

                    await everybodyHasLooked.Task;
                });
                return true;
            }
            catch (ConflictException)
            {
                return false;
            }
        })));

        Assert.Single(met, recorded => recorded);
        Assert.Equal(1, await AskAsync((RelateDbContext context) => context.People.CountAsync(person => person.Name == "Sue")));
    }

    [SkippableFact]
    public async Task An_unknown_group_becomes_a_department_under_its_handle()
    {
        var department = await MeetGroupAsync("S1", "@it-help");

        Assert.Equal("it-help", department.Name);
        Assert.Equal(department.Id, (await MeetGroupAsync("S1", "@renamed")).Id);
    }

    [SkippableFact]
    public async Task A_group_that_is_called_like_a_department_stands_for_it()
    {
        var it = NewDepartment("Information Technology", "IT");
        await CommitAsync((RelateDbContext context) => context.Departments.Add(it));

        Assert.Equal(it.Id, (await MeetGroupAsync("S2", "@it")).Id);
    }

    [SkippableFact]
    public async Task Somebody_is_reached_where_the_bot_is_still_let_in()
    {
        var (left, open) = (NewWorkspace("left"), NewWorkspace("open"));
        var installation = new Installation
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            Platform = "test",
            ExternalId = left.ExternalId,
            Name = "Left"
        };
        installation.Begin(Clock.GetUtcNow(), "sealed", refreshToken: null, expiresAt: null);
        installation.End(Clock.GetUtcNow());
        left.InstallationId = installation.Id;
        var sue = NewPerson("Sue");
        await CommitAsync((RelateDbContext context) =>
            context.AddRange(left, open, installation, sue, AccountOf(sue, left, "U1"), AccountOf(sue, open, "U2")));

        var reached = await AskAsync((IAccountStore accounts) => accounts.GetReachableAccountsAsync(Workspace, [sue.Id], default));

        Assert.Equal("U2", Assert.Single(reached).ExternalId);
    }

    [SkippableFact]
    public async Task Those_who_look_after_a_workspace_are_found_by_the_platform_and_by_their_address()
    {
        var (ada, bea, sue) = (NewPerson("Ada"), NewPerson("Bea"), NewPerson("Sue"));
        bea.Email = "bea@example.com";
        var (ofAda, ofBea, ofSue) = (AccountOf(ada, Workspace, "UA"), AccountOf(bea, Workspace, "UB"), AccountOf(sue, Workspace, "US"));
        ofAda.IsAdministrator = true;
        await CommitAsync((RelateDbContext context) => context.AddRange(ada, bea, sue, ofAda, ofBea, ofSue));

        var found = await AskAsync((IAccountStore accounts) =>
            accounts.GetAdministratorAccountsAsync(Workspace, ["bea@example.com"], 5, default));

        Assert.Equal(["UA", "UB"], found.Select(account => account.ExternalId).Order(StringComparer.Ordinal));
    }

    private Workspace NewWorkspace(string externalId) => new()
    {
        Id = NewId(),
        OrganisationId = Organisation.Id,
        Platform = "test",
        ExternalId = $"{externalId}{Organisation.Id:N}",
        Name = externalId,
    };

    private Identity AccountOf(Person person, Workspace workspace, string externalId) => new()
    {
        Id = NewId(), OrganisationId = Organisation.Id, WorkspaceId = workspace.Id, PersonId = person.Id, ExternalId = externalId,
    };

    private async Task<Person> MeetAsync(string account, string? name)
    {
        Person? met = null;
        await CommitAsync(async (IAccountStore accounts) => met = await accounts.GetOrAddPersonAsync(Workspace, account, name, default));
        return met!;
    }

    private async Task<Department> MeetGroupAsync(string group, string name)
    {
        Department? met = null;
        await CommitAsync(async (IAccountStore accounts) => met = await accounts.GetOrAddDepartmentAsync(Workspace, group, name, default));
        return met!;
    }

    public sealed class On_SQLite(SqliteDatabase database) : AccountStoreContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : AccountStoreContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : AccountStoreContract(database), IClassFixture<SqlServerDatabase>;
}
