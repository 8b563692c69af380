using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster.Csv;
using RelateBot.Infrastructure.Tests.Imports;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Roster;

/// <summary>A fresh store, with helpers for importing a roster.</summary>
public abstract class RosterFixture : IAsyncLifetime
{
    private protected TemporaryStore Store { get; private set; } = null!;

    private readonly FakeTimeProvider clock = new(TestTime.Start);

    public async Task InitializeAsync() => Store = await TemporaryStore.CreateAsync(clock);

    public Task DisposeAsync() => Store.DisposeAsync().AsTask();

    /// <summary>Imports a file; the next one comes later, so that ids tell which person is the older one.</summary>
    private protected Task<ImportRun> ImportAsync(string file, RosterOptions? options = null)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        return ImportRun.OfRosterAsync(Store, file, options);
    }

    private protected Task<List<Person>> ActiveAsync() =>
        Store.ReadAsync(context => context.People.Where(person => person.IsActive).OrderBy(person => person.Email).ToListAsync());

    private protected Task<Person> PersonAsync(string email) =>
        Store.ReadAsync(context => context.People.SingleAsync(person => person.Email == email));

    private protected Task<List<string>> DepartmentsAsync() =>
        Store.ReadAsync(context => context.Departments.Select(department => department.Name).Order().ToListAsync());

    private protected Task ConnectAsync() => Store.ChangeAsync(context => context.Workspaces.Add(new Workspace
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
        OrganisationId = Store.Organisation.Id,
        Platform = "slack",
        ExternalId = "T1",
        Name = "Team",
    }));
}
