using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;

namespace RelateBot.Infrastructure.Tests.Roster;

/// <summary>A renamed department stays the same department: exchanges and flows keep its id.</summary>
public sealed class RosterDepartmentTests : RosterFixture
{
    private const string Header = "email,name,department,department_id\n";

    [Fact]
    public async Task The_id_carries_a_department_to_its_new_name()
    {
        await ImportAsync(Header + Rows("Customer Care", "7"));
        var before = await CareAsync();

        var run = await ImportAsync(Header + Rows("Customer Success", "7"));

        Assert.Empty(run.Faults);
        Assert.Equal(["Customer Success"], await DepartmentsAsync());
        Assert.Equal(before, await CareAsync());
    }

    [Fact]
    public async Task A_department_that_looks_renamed_is_asked_about_and_nothing_is_written()
    {
        await ImportAsync(Header + Rows("Customer Care", ""));
        var before = await CareAsync();

        var asked = await Assert.ThrowsAsync<ImportFileException>(() => ImportAsync(Header + Rows("Customer Success", "")));

        Assert.Contains("--renamed \"Customer Care=Customer Success\"", asked.Message, StringComparison.Ordinal);
        Assert.Equal(["Customer Care"], await DepartmentsAsync());

        var renamed = new RosterOptions { RenamedDepartments = [("Customer Care", "Customer Success")] };
        await ImportAsync(Header + Rows("Customer Success", ""), renamed);
        await ImportAsync(Header + Rows("Customer Success", ""), renamed);
        Assert.Equal(["Customer Success"], await DepartmentsAsync());
        Assert.Equal(before, await CareAsync());
    }

    [Fact]
    public async Task New_departments_can_be_said_to_be_new()
    {
        await ImportAsync(Header + Rows("Customer Care", ""));

        await ImportAsync(Header + Rows("Customer Success", ""), new RosterOptions { HasNewDepartments = true });

        Assert.Equal(["Customer Care", "Customer Success"], await DepartmentsAsync());
    }

    [Fact]
    public async Task A_department_whose_head_stays_elsewhere_is_not_asked_about()
    {
        await ImportAsync(Header + Rows("Customer Care", ""));
        var head = await PersonAsync("p0@x.org");
        await Store.ChangeAsync(context => context.Departments.Single().HeadId = head.Id);

        await ImportAsync(Header + Rows("Customer Success", "").Replace(
            "p0@x.org,Person 0,Customer Success", "p0@x.org,Person 0,Sales", StringComparison.Ordinal));

        Assert.Equal(["Customer Care", "Customer Success", "Sales"], await DepartmentsAsync());
    }

    [Fact]
    public async Task A_name_that_another_department_has_is_told_and_not_taken()
    {
        await ImportAsync(Header + Rows("Customer Care", "7") + "s@x.org,S,Sales,8\n");

        var run = await ImportAsync(Header + "s@x.org,S,Customer Care,8\n");

        Assert.Contains("already a department Customer Care", Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
        Assert.Equal(["Customer Care", "Sales"], await DepartmentsAsync());
    }

    [Fact]
    public async Task A_rename_of_what_nobody_knows_or_to_a_name_that_is_taken_is_refused()
    {
        await ImportAsync(Header + Rows("Customer Care", "") + "s@x.org,S,Sales,\n");

        foreach (var pair in new[] { ("Nowhere", "Anywhere"), ("Sales", "Customer Care") })
        {
            await Assert.ThrowsAsync<ImportFileException>(() =>
                ImportAsync(Header + "s@x.org,S,Sales,\n", new RosterOptions { RenamedDepartments = [pair] }));
        }
    }

    private async Task<Guid?> CareAsync() => (await PersonAsync("p1@x.org")).DepartmentId;

    private static string Rows(string department, string id) =>
        string.Concat(Enumerable.Range(0, 5).Select(i => $"p{i}@x.org,Person {i},{department},{id}\n"));
}
