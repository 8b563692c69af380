using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class PeopleDirectoryContract(TestDatabase database) : StoreContract(database)
{
    [SkippableTheory]
    [InlineData("sue", "SUE Ångström", "Sue Miller")]
    [InlineData("SUE Å", "SUE Ångström")]
    [InlineData("sue ang", "SUE Ångström")]
    [InlineData("mill")]
    [InlineData("%")]
    [InlineData("s%")]
    [InlineData("100%", "100% Bob")]
    [InlineData("_", "_under")]
    [InlineData("[", "[bracket")]
    [InlineData("\\", "\\slash")]
    [InlineData("o'b", "O'Brien")]
    [InlineData("感", "感謝")]
    [InlineData("", "100% Bob", "[bracket", "\\slash", "_under", "O'Brien", "SUE Ångström", "Sue Miller", "感謝")]
    public async Task People_are_found_by_how_their_name_starts_to_the_letter(string typed, params string[] found)
    {
        await AddAsync("Sue Miller", "SUE Ångström", "100% Bob", "_under", "[bracket", "\\slash", "O'Brien", "感謝");

        Assert.Equal(found, await PeopleAsync(typed));
    }

    [SkippableFact]
    public async Task People_are_found_by_their_handle_too()
    {
        await CommitAsync((RelateDbContext context) => context.People.Add(NewPerson("Susan Miller", handle: "Sue.M")));

        Assert.Equal(["Susan Miller"], await PeopleAsync("sue"));
    }

    [SkippableFact]
    public async Task Those_who_left_are_not_found_and_a_limit_cuts_from_the_end_of_the_alphabet()
    {
        var left = NewPerson("Anna");
        left.IsActive = false;
        await CommitAsync((RelateDbContext context) =>
            context.People.AddRange(left, NewPerson("Carl"), NewPerson("Berta"), NewPerson("Dora")));

        var found = await AskAsync((IPeopleDirectory directory) => directory.FindPeopleByPrefixAsync("", 2, default));

        Assert.Equal(["Berta", "Carl"], found.Select(person => person.Name));
    }

    [SkippableFact]
    public async Task Order_is_by_code_point_whatever_the_servers_language()
    {
        await AddAsync("a b", "a-c", "ab", "a_d", "Zoë", "zz");

        Assert.Equal(["a b", "a-c", "a_d", "ab", "Zoë", "zz"], await PeopleAsync(""));
    }

    [SkippableFact]
    public async Task Departments_are_found_by_name_and_handle_and_listed_by_name()
    {
        var it = NewDepartment("Information Technology", "IT");
        var care = NewDepartment("Customer Care", "care");
        await CommitAsync((RelateDbContext context) => context.Departments.AddRange(it, care));

        Assert.Equal([it.Id], await DepartmentsAsync("it"));
        Assert.Equal([it.Id], await DepartmentsAsync("info"));
        Assert.Equal([care.Id], await DepartmentsAsync("c"));
        Assert.Equal(
            [care.Id, it.Id],
            (await AskAsync((IPeopleDirectory directory) => directory.AllDepartmentsAsync(default))).Select(department => department.Id));
        Assert.Equal(
            [care.Id],
            (await AskAsync((IPeopleDirectory directory) => directory.GetDepartmentsAsync([care.Id, NewId()], default))).Select(
                department => department.Id));
    }

    [SkippableFact]
    public async Task Two_departments_cannot_have_one_name()
    {
        await CommitAsync((RelateDbContext context) => context.Departments.Add(NewDepartment("Sales", "sales")));

        await Assert.ThrowsAsync<ConflictException>(() =>
            CommitAsync((RelateDbContext context) => context.Departments.Add(NewDepartment("SALES", "s2"))));
    }

    [SkippableFact]
    public async Task Two_people_cannot_have_one_address_and_many_can_have_none()
    {
        var sue = NewPerson("Sue");
        var again = NewPerson("Sue again");
        sue.Email = again.Email = "sue@acme.example";
        await CommitAsync((RelateDbContext context) => context.People.AddRange(sue, NewPerson("Raj"), NewPerson("Mark")));

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync((RelateDbContext context) => context.People.Add(again)));
    }

    [SkippableFact]
    public async Task Members_are_active_colleagues_and_guests()
    {
        var it = NewDepartment("IT", "it");
        var (sue, guest, program, left, stranger) = (
            In(it, "Sue"),
            In(it, "Guest"),
            In(it, "Program"),
            In(it, "Left"),
            NewPerson("Stranger"));
        guest.Kind = PersonKind.Guest;
        program.Kind = PersonKind.Bot;
        left.IsActive = false;
        await CommitAsync((RelateDbContext context) => context.AddRange(it, sue, guest, program, left, stranger));

        var members = await AskAsync((IPeopleDirectory directory) => directory.GetMembersAsync([it.Id], default));

        Assert.Equal(["Guest", "Sue"], members[it.Id].Select(person => person.Name));
    }

    [SkippableFact]
    public async Task Whoever_is_in_a_group_belongs_to_its_department_as_well_and_once()
    {
        var (it, club) = (NewDepartment("IT", "it"), NewDepartment("Book club", "books"));
        var (sue, raj, mark) = (In(it, "Sue"), In(it, "Raj"), NewPerson("Mark"));
        var group = new DepartmentGroup
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            DepartmentId = club.Id,
            ExternalId = "S1",
            Handle = "books"
        };
        await CommitAsync((RelateDbContext context) =>
        {
            context.AddRange(it, club, sue, raj, mark, group);
            foreach (var (person, account) in new[] { (sue, "U1"), (mark, "U2") })
            {
                context.Add(new Identity
                {
                    Id = NewId(),
                    OrganisationId = Organisation.Id,
                    WorkspaceId = Workspace.Id,
                    PersonId = person.Id,
                    ExternalId = account
                });
            }

            context.AddRange(new[] { "U1", "U2", "U-unknown" }.Select(account =>
                new GroupMember { OrganisationId = Organisation.Id, GroupId = group.Id, ExternalId = account }));
        });

        var members = await AskAsync((IPeopleDirectory directory) => directory.GetMembersAsync([it.Id, club.Id], default));

        Assert.Equal(["Raj", "Sue"], members[it.Id].Select(person => person.Name));
        Assert.Equal(["Mark", "Sue"], members[club.Id].Select(person => person.Name));
    }

    [SkippableFact]
    public async Task People_are_found_by_id_once_each_those_just_met_included()
    {
        var stored = NewPerson("Stored");
        var met = NewPerson("Met");
        await CommitAsync((RelateDbContext context) => context.People.Add(stored));

        var found = await Store.InScopeAsync(Organisation.Id, async services =>
        {
            services.GetRequiredService<RelateDbContext>().People.Add(met);
            return await services.GetRequiredService<IPeopleDirectory>().GetPeopleAsync([met.Id, stored.Id, met.Id, NewId()], default);
        });

        Assert.Equal(["Met", "Stored"], found.Select(person => person.Name).Order(StringComparer.Ordinal));
    }

    private Person In(Department department, string name) => NewPerson(name, departmentId: department.Id);

    private Task AddAsync(params string[] names) =>
        CommitAsync((RelateDbContext context) => context.People.AddRange(names.Select(name => NewPerson(name))));

    private async Task<IEnumerable<string>> PeopleAsync(string typed) =>
        (await AskAsync((IPeopleDirectory directory) => directory.FindPeopleByPrefixAsync(SearchKey.Of(typed), 20, default))).Select(
            person => person.Name);

    private async Task<IEnumerable<Guid>> DepartmentsAsync(string typed) =>
        (await AskAsync((IPeopleDirectory directory) => directory.FindDepartmentsByPrefixAsync(SearchKey.Of(typed), 20, default))).Select(
            department => department.Id);

    public sealed class On_SQLite(SqliteDatabase database) : PeopleDirectoryContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : PeopleDirectoryContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : PeopleDirectoryContract(database), IClassFixture<SqlServerDatabase>;
}
