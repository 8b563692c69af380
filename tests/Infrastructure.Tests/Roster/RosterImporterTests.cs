using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Tests.Imports;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Roster;

public sealed class RosterImporterTests : IAsyncLifetime
{
    private const string Header = "email,name,department,manager_email,time_zone,locale,slack_user_id\n";

    private TemporaryStore store = null!;

    public async Task InitializeAsync() => store = await TemporaryStore.CreateAsync();

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    [Fact]
    public async Task People_departments_and_managers_come_from_the_file()
    {
        var run = await ImportAsync(
            "Sue@Example.org,Sue Summers,Customer Care,mark@example.org,Europe/Zurich,de_CH,\nmark@example.org,Mark Meier,Sales,,W. "
                + "Europe Standard Time,,\n");

        Assert.Empty(run.Faults);
        var (sue, mark) = (await PersonAsync("sue@example.org"), await PersonAsync("mark@example.org"));
        Assert.Equal((mark.Id, "Europe/Zurich", "de-CH"), (sue.ManagerId, sue.TimeZone, sue.Locale));
        Assert.Equal(("Europe/Berlin", null), (mark.TimeZone, mark.Locale));
        var care = await store.ReadAsync(context => context.Departments.SingleAsync(department => department.Id == sue.DepartmentId));
        Assert.Equal(("Customer Care", "customer-care"), (care.Name, care.Handle));
    }

    [Fact]
    public async Task Three_columns_are_enough_and_leave_what_the_others_would_say()
    {
        await ImportAsync("sue@example.org,Sue,IT,,Europe/Zurich,en-GB,\nmark@example.org,Mark,IT,sue@example.org,,,\n");

        await ImportRun.OfRosterAsync(store, "email,name,department\nsue@example.org,Sue Summers,Sales\nmark@example.org,Mark,IT\n");

        var sue = await PersonAsync("sue@example.org");
        Assert.Equal(("Sue Summers", "Europe/Zurich", "en-GB"), (sue.Name, sue.TimeZone, sue.Locale));
        Assert.Equal(sue.Id, (await PersonAsync("mark@example.org")).ManagerId);
    }

    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        await ConnectAsync();
        const string Rows =
            "sue@example.org,Sue,IT,mark@example.org,Europe/Zurich,,U1\nmark@example.org,Mark,Sales,,,,U2\nraj@example.org,Raj,it,sue@example.org,,,\n";
        await ImportAsync(Rows);
        var before = await StateAsync();

        var again = await ImportAsync(Rows);

        Assert.Equal((0, 0, 3), (again.Report.Added, again.Report.Changed, again.Report.Unchanged));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Each_bad_row_is_told_with_everything_that_is_wrong_and_the_good_ones_are_taken()
    {
        var run = await ImportAsync(
            "nobody,Sue,,,Mars/Olympus,xx-nonsense-yy,\nmark@example.org,Mark,Sales,,,,\nMARK@example.org,Mark again,Sales,,,,\n");

        Assert.Equal([2, 4], run.Faults.Select(fault => fault.Line));
        Assert.All(
            ["nobody", "Mars/Olympus", "xx-nonsense-yy"],
            part => Assert.Contains(part, run.Faults[0].Reason, StringComparison.Ordinal));
        Assert.Contains("line 3", run.Faults[1].Reason, StringComparison.Ordinal);
        Assert.Equal("Mark", (await PersonAsync("mark@example.org")).Name);
    }

    [Fact]
    public async Task A_manager_who_is_unknown_oneself_or_closes_a_circle_is_told_and_the_row_is_taken_without()
    {
        var run = await ImportAsync(
            "a@x.org,A,IT,b@x.org,,,\nb@x.org,B,IT,c@x.org,,,\nc@x.org,C,IT,a@x.org,,,\nd@x.org,D,IT,d@x.org,,,\ne@x.org,E,IT,gone@x.org,,,\n");

        Assert.Equal([4, 5, 6], run.Faults.Select(fault => fault.Line));
        Assert.Null((await PersonAsync("c@x.org")).ManagerId);
        Assert.Equal((await PersonAsync("b@x.org")).Id, (await PersonAsync("a@x.org")).ManagerId);
        Assert.Equal(5, await store.ReadAsync(context => context.People.CountAsync()));
    }

    [Fact]
    public async Task A_circle_through_people_who_are_stored_already_is_found()
    {
        await ImportAsync("a@x.org,A,IT,b@x.org,,,\nb@x.org,B,IT,,,,\n");

        var run = await ImportAsync("b@x.org,B,IT,a@x.org,,,\n");

        Assert.Contains("own manager", Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emptied_manager_is_cleared()
    {
        await ImportAsync("a@x.org,A,IT,b@x.org,,,\nb@x.org,B,IT,,,,\n");

        await ImportAsync("a@x.org,A,IT,,,,\n");

        Assert.Null((await PersonAsync("a@x.org")).ManagerId);
    }

    [Fact]
    public async Task Handles_of_departments_are_unique()
    {
        await ImportAsync("a@x.org,A,R & D,,,,\nb@x.org,B,R-D,,,,\nc@x.org,C,???!,,,,\nd@x.org,D,Rätsel,,,,\n");

        var handles = await store.ReadAsync(context => context.Departments.Select(department => department.Handle).ToListAsync());
        Assert.Equal(["department", "r-d", "r-d-2", "ratsel"], handles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_department_that_a_chat_group_brought_along_gets_its_name()
    {
        await store.ChangeAsync(context => context.Departments.Add(
            new Department
            {
                Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
                OrganisationId = store.Organisation.Id,
                Name = "customer-care",
                Handle = "customer-care"
            }));

        await ImportAsync("a@x.org,A,Customer Care,,,,\n");

        Assert.Equal("Customer Care", (await store.ReadAsync(context => context.Departments.SingleAsync())).Name);
    }

    [Fact]
    public async Task Accounts_wait_until_their_workspace_is_connected_and_the_next_run_links_them()
    {
        const string Rows = "sue@example.org,Sue,IT,,,,U1\nmark@example.org,Mark,Sales,,,,U2\n";

        var early = await ImportAsync(Rows);
        await ConnectAsync();
        var later = await ImportAsync(Rows);

        Assert.Contains("2 slack_user_id", Assert.Single(early.Report.Notices), StringComparison.Ordinal);
        Assert.Empty(early.Faults);
        Assert.Empty(later.Report.Notices);
        var identity = await store.ReadAsync(context => context.Identities.SingleAsync(identity => identity.ExternalId == "U1"));
        Assert.Equal((await PersonAsync("sue@example.org")).Id, identity.PersonId);
        Assert.False(identity.NeedsProfile);
    }

    [Fact]
    public async Task Somebody_met_in_chat_becomes_the_person_of_the_roster_with_everything_the_ledger_holds_of_them()
    {
        var workspace = await ConnectAsync();
        var met = await MeetAsync(workspace, "U1");
        var thanks = await ThankAsync(met);

        await ImportAsync("sue@example.org,Sue Summers,IT,,,,U1\n");

        var sue = await PersonAsync("sue@example.org");
        Assert.Equal((met, "Sue Summers"), (sue.Id, sue.Name));
        Assert.False((await store.ReadAsync(context => context.Identities.SingleAsync())).NeedsProfile);
        Assert.Equal(met,
            (await store.ReadAsync(context => context.Exchanges.SingleAsync(exchange => exchange.Id == thanks))).FromPersonId);
    }

    [Fact]
    public async Task An_account_used_before_the_roster_named_its_owner_moves_to_them_and_the_ledger_stays_as_it_is()
    {
        await ImportAsync("sue@example.org,Sue Summers,IT,,,,\n");
        var sue = await PersonAsync("sue@example.org");
        var hasty = await MeetAsync(await ConnectAsync(), "U1");
        var thanks = await ThankAsync(hasty);

        var run = await ImportAsync("sue@example.org,Sue Summers,IT,,,,U1\n");

        Assert.Equal(sue.Id, (await store.ReadAsync(context => context.Identities.SingleAsync())).PersonId);
        Assert.False((await store.ReadAsync(context => context.People.SingleAsync(person => person.Id == hasty))).IsActive);
        Assert.Equal(
            hasty,
            (await store.ReadAsync(context => context.Exchanges.SingleAsync(exchange => exchange.Id == thanks))).FromPersonId);
        Assert.Contains("U1 (met in chat) and Sue Summers", Assert.Single(run.Report.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_account_stays_theirs()
    {
        await ConnectAsync();
        await ImportAsync("sue@example.org,Sue,IT,,,,U1\n");

        var run = await ImportAsync("sue@example.org,Sue,IT,,,,\nmark@example.org,Mark,Sales,,,,U1\n");

        Assert.Contains("sue@example.org", Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
        Assert.Equal(
            (await PersonAsync("sue@example.org")).Id,
            (await store.ReadAsync(context => context.Identities.SingleAsync())).PersonId);
    }

    [Fact]
    public async Task A_killed_import_is_finished_by_the_next_run()
    {
        var rows = string.Concat(Enumerable.Range(0, 2_500).Select(i => $"p{i}@example.org,Person {i},IT,p{i / 2}@example.org,,,\n"))
            .Replace("p0@example.org,Person 0,IT,p0@example.org", "p0@example.org,Person 0,IT,", StringComparison.Ordinal);
        await using var undisturbed = await TemporaryStore.CreateAsync();
        await ImportRun.OfRosterAsync(undisturbed, Header + rows);

        // Two batches of a thousand, then the process is gone.
        var half = string.Join('\n', rows.Split('\n').Take(2_000));
        await ImportRun.OfRosterAsync(
            store,
            "email,name,department\n" + string.Join('\n', half.Split('\n').Select(row => string.Join(',', row.Split(',').Take(3)))));
        var run = await ImportAsync(rows);

        Assert.Empty(run.Faults);
        Assert.Equal(500, run.Report.Added);
        Assert.Equal(await StateAsync(undisturbed), await StateAsync(store));
    }

    private Task<ImportRun> ImportAsync(string rows) => ImportRun.OfRosterAsync(store, Header + rows);

    private Task<Person> PersonAsync(string email) =>
        store.ReadAsync(context => context.People.SingleAsync(person => person.Email == email));

    private async Task<Workspace> ConnectAsync()
    {
        var workspace = new Workspace
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            OrganisationId = store.Organisation.Id,
            Platform = "slack",
            ExternalId = "T1",
            Name = "Team"
        };
        await store.ChangeAsync(context => context.Workspaces.Add(workspace));
        return workspace;
    }

    private async Task<Guid> MeetAsync(Workspace workspace, string account)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            OrganisationId = store.Organisation.Id,
            Name = account
        };
        await store.ChangeAsync(context =>
        {
            context.People.Add(person);
            context.Identities.Add(new Identity
            {
                Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
                OrganisationId = store.Organisation.Id,
                WorkspaceId = workspace.Id,
                PersonId = person.Id,
                ExternalId = account,
                NeedsProfile = true,
            });
        });
        return person.Id;
    }

    private async Task<Guid> ThankAsync(Guid giver)
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await store.ChangeAsync(context => context.Exchanges.Add(new Exchange
        {
            Id = id,
            OrganisationId = store.Organisation.Id,
            ActId = id,
            Kind = ExchangeKind.Thanks,
            FromPersonId = giver,
            ToPersonId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            Note = "",
            Values = [],
            Visibility = Visibility.Public,
            OccurredAt = DateTimeOffset.UnixEpoch,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Source = "test",
        }));
        return id;
    }

    private Task<string> StateAsync() => StateAsync(store);

    private static Task<string> StateAsync(TemporaryStore of) => of.ReadAsync(async context =>
    {
        var people = await context.People.AsNoTracking().ToListAsync();
        var departments = await context.Departments.ToDictionaryAsync(department => department.Id);
        var identities = await context.Identities.ToListAsync();
        return string.Join('\n', people.OrderBy(person => person.Email, StringComparer.Ordinal).Select(person =>
            $"{person.Email} {person.Name} {departments[person.DepartmentId!.Value].Handle} "
                + $"{people.Find(other => other.Id == person.ManagerId)?.Email} {person.TimeZone} "
                + $"{string
                    .Join(' ', identities.Where(identity => identity.PersonId == person.Id).Select(identity => identity.ExternalId))}"));
    });
}
