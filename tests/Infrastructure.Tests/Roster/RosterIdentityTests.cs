using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Roster.Csv;

namespace RelateBot.Infrastructure.Tests.Roster;

/// <summary>A person stays the same person when their address changes.</summary>
public sealed class RosterIdentityTests : RosterFixture
{
    private const string Header = "email,name,department,slack_user_id,manager_email\n";

    private static readonly RosterOptions renamed = new() { RenamedDomains = [("old.org", "new.org")] };

    [Fact]
    public async Task Eighteen_people_whose_domain_moves_stay_eighteen()
    {
        await ConnectAsync();
        await ImportAsync(Header + Rows("old.org", accounts: true));
        var before = (await ActiveAsync()).Select(person => person.Id).Order();

        var run = await ImportAsync(Header + Rows("new.org", accounts: true));

        var after = await ActiveAsync();
        Assert.Equal(before, after.Select(person => person.Id).Order());
        Assert.All(after, person => Assert.EndsWith("@new.org", person.Email, StringComparison.Ordinal));
        Assert.Equal(18, run.Report.Notices.Length);
        Assert.Contains("Person 0's address is now p0@new.org; it was p0@old.org.", run.Report.Notices);
        Assert.Equal(18, (await ImportAsync(Header + Rows("new.org", accounts: true))).Report.Unchanged);
    }

    [Fact]
    public async Task Without_accounts_the_renamed_domain_says_who_is_who()
    {
        await ImportAsync(Header + Rows("old.org", accounts: false));
        var before = (await ActiveAsync()).Select(person => person.Id).Order();

        await ImportAsync(Header + Rows("new.org", accounts: false), renamed);

        Assert.Equal(before, (await ActiveAsync()).Select(person => person.Id).Order());
    }

    [Fact]
    public async Task A_file_that_still_has_addresses_of_the_old_domain_is_read_with_the_new_one()
    {
        await ImportAsync(Header + "sue@old.org,Sue,IT,,mark@old.org\nmark@old.org,Mark,IT,,\n", renamed);

        Assert.Equal((await PersonAsync("mark@new.org")).Id, (await PersonAsync("sue@new.org")).ManagerId);
    }

    [Fact]
    public async Task Who_is_double_already_becomes_one_again_and_that_is_told()
    {
        await ConnectAsync();
        await ImportAsync(Header + "sue@old.org,Sue,IT,U1,\n");
        await ImportAsync(Header + "sue@new.org,Sue,IT,,\nmark@new.org,Mark,IT,,sue@new.org\n");
        var sue = await PersonAsync("sue@old.org");

        var run = await ImportAsync(Header + "sue@new.org,Sue,IT,U1,\n");

        Assert.Equal([sue.Id, null], (await ActiveAsync()).Select(person => person.ManagerId));
        Assert.Equal(sue.Id, (await PersonAsync("sue@new.org")).Id);
        Assert.Contains(run.Report.Notices, notice => notice.Contains("are one person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doubles_of_a_renamed_domain_become_one_without_accounts_too()
    {
        await ImportAsync(Header + "sue@old.org,Sue,IT,,\n");
        var sue = await PersonAsync("sue@old.org");
        await ImportAsync(Header + "sue@new.org,Sue,IT,,\n");

        await ImportAsync(Header + "sue@new.org,Sue,IT,,\n", renamed);

        Assert.Equal([sue.Id], (await ActiveAsync()).Select(person => person.Id));
    }

    [Fact]
    public async Task Two_accounts_in_one_workspace_are_two_people()
    {
        await ConnectAsync();
        await ImportAsync(Header + "sue@old.org,Sue,IT,U1,\nsue@new.org,Sue Ray,IT,U2,\n");

        await ImportAsync(Header + "sue@new.org,Sue Ray,IT,U2,\n", renamed);
        var run = await ImportAsync(Header + "sue@new.org,Sue Ray,IT,U1,\n");

        Assert.Equal(2, (await ActiveAsync()).Count);
        Assert.Contains("wasn't linked", Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_swap_their_addresses_are_told_apart_by_their_rows()
    {
        await ConnectAsync();
        await ImportAsync(Header + "a@x.org,Anna,IT,U1,\nb@x.org,Ben,IT,U2,\n");

        var run = await ImportAsync(Header + "a@x.org,Anna,IT,U2,\nb@x.org,Ben,IT,U1,\n");

        Assert.Equal(2, run.Faults.Count);
        Assert.Equal(2, (await Store.ReadAsync(context => context.Identities.CountAsync())));
        Assert.Equal(["Anna", "Ben"], (await ActiveAsync()).Select(person => person.Name));
    }

    private static string Rows(string domain, bool accounts) => string.Concat(
        Enumerable.Range(0, 18).Select(i => $"p{i}@{domain},Person {i},IT,{(accounts ? $"U{i}" : "")},{(i == 0 ? "" : $"p0@{domain}")}\n"));
}
