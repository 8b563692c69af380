using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Roster;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Roster;

/// <summary>Merging two records of one person, and undoing the merge.</summary>
public sealed class PersonMergeStoreTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(TestTime.Start);
    private readonly Dictionary<string, Guid> ids = new(StringComparer.Ordinal);

    private TemporaryStore store = null!;
    private Workspace slack = null!;
    private Workspace teams = null!;

    public async Task InitializeAsync()
    {
        store = await TemporaryStore.CreateAsync(clock);
        (slack, teams) = (Place("slack"), Place("teams"));
        await store.ChangeAsync(context =>
        {
            context.AddRange(slack, teams);
            foreach (var name in new[] { "admin", "old", "new", "report", "friend" })
            {
                context.Add(Named(name));
            }

            context.Add(Account(slack, "new", "U1"));
        });
        await store.ChangeAsync(context =>
        {
            context.People.Single(person => person.Email == "report@x.org").ManagerId = ids["old"];
            context.Add(Five("friend", "old", place: 1));
            context.Add(Five("old", "friend", place: 1));
            context.Add(Five("new", "friend", place: 1));
            var it = new Department
            {
                Id = NewId(), OrganisationId = store.Organisation.Id, Name = "IT", Handle = "it", HeadId = ids["old"],
            };
            context.Add(it);
            context.Add(new DepartmentDelegate { OrganisationId = store.Organisation.Id, DepartmentId = it.Id, PersonId = ids["old"] });
            context.Add(Question("old"));
        });
    }

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    [Fact]
    public async Task Everything_goes_to_the_one_with_an_account()
    {
        var (kept, merged, _) = (await MergeAsync("old", "new"))!.Value;

        Assert.Equal((ids["new"], ids["old"]), (kept.Id, merged.Id));
        await store.ReadAsync(async context =>
        {
            Assert.Equal(ids["new"], (await context.Departments.SingleAsync()).HeadId);
            Assert.Equal(ids["new"], (await context.DepartmentDelegates.SingleAsync()).PersonId);
            Assert.Equal(ids["new"], (await context.Asks.SingleAsync()).AskerId);
            Assert.Equal(ids["new"], (await context.People.SingleAsync(person => person.Email == "report@x.org")).ManagerId);
            Assert.Equal(ids["new"], (await context.FocusPeople.SingleAsync(entry => entry.OwnerId == ids["friend"])).PersonId);
            Assert.Equal(2, await context.FocusPeople.CountAsync());
            var gone = await context.People.SingleAsync(person => person.Id == ids["old"]);
            Assert.Equal((false, null, null), (gone.IsActive, gone.Email, gone.Handle));
            return true;
        });
    }

    [Fact]
    public async Task Undone_within_ten_minutes_everything_is_as_before_and_only_once()
    {
        var before = await StateAsync();
        var (_, _, undoId) = (await MergeAsync("old", "new"))!.Value;
        Assert.NotEqual(before, await StateAsync());
        clock.Advance(TimeSpan.FromMinutes(10));

        Assert.True(await UndoAsync(undoId));

        Assert.Equal(before, await StateAsync());
        Assert.False(await UndoAsync(undoId));
    }

    [Fact]
    public async Task After_ten_minutes_and_for_somebody_else_it_stays()
    {
        var (_, _, undoId) = (await MergeAsync("old", "new"))!.Value;
        var after = await StateAsync();

        Assert.False(await UndoAsync(undoId, "friend"));
        clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        Assert.False(await UndoAsync(undoId));

        Assert.Equal(after, await StateAsync());
    }

    [Fact]
    public async Task Two_accounts_in_one_workspace_are_two_people_and_in_two_they_may_be_one()
    {
        await store.ChangeAsync(context => context.AddRange(Account(slack, "friend", "U2"), Account(teams, "report", "T1")));

        Assert.Null(await MergeAsync("new", "friend"));
        Assert.NotNull(await MergeAsync("new", "report"));
    }

    [Fact]
    public async Task A_platform_that_verifies_the_new_address_of_an_account_makes_one_of_two_records_of_a_roster()
    {
        await store.ChangeAsync(context =>
        {
            foreach (var person in context.People.Where(person => person.Email == "old@x.org" || person.Email == "new@x.org"))
            {
                person.Name = "Sue";
                person.SetByHand = PersonFields.Name | PersonFields.Department;
            }
        });

        await ChangeAsync((AccountProfileImporter importer) => importer.ImportAsync(
            slack, [new AccountProfile { ExternalId = "U1", Name = "Sue", Email = "old@x.org" }], default));

        var sue = await store.ReadAsync(context => context.People.SingleAsync(person => person.IsActive && person.Name == "Sue"));
        Assert.Equal((ids["new"], "old@x.org"), (sue.Id, sue.Email));
    }

    private Task<(Person Kept, Person Merged, Guid UndoId)?> MergeAsync(string one, string other) => store.InScopeAsync(async services =>
    {
        var merges = services.GetRequiredService<PersonMergeStore>();
        var done = await merges.MergeAsync(await FindAsync("admin"), await FindAsync(one), await FindAsync(other), default);
        await services.GetRequiredService<UnitOfWork>().CommitAsync(default);
        return done;

        async Task<Person> FindAsync(string name) => (await merges.FindAsync($"{name}@X.org", default))!;
    });

    private Task<bool> UndoAsync(Guid id, string by = "admin") => ChangeAsync(async (PersonMergeStore merges) =>
        await merges.TryUndoAsync(id, (await merges.FindAsync($"{by}@x.org", default))!, default));

    private Task<T> ChangeAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull => store.InScopeAsync(async services =>
    {
        var done = await work(services.GetRequiredService<TService>());
        await services.GetRequiredService<UnitOfWork>().CommitAsync(default);
        return done;
    });

    /// <summary>Every row that a merge may change, without its write counters.</summary>
    private Task<string> StateAsync() => store.ReadAsync(async context => JsonSerializer.Serialize(new
    {
        People = await context.People.OrderBy(row => row.Id).ToListAsync(),
        Identities = await context.Identities.OrderBy(row => row.Id).ToListAsync(),
        Five = (await context.FocusPeople.OrderBy(row => row.Id).ToListAsync())
            .Select(row => new { row.Id, row.OwnerId, row.PersonId, row.Place, row.Cadence, row.DueAt, row.AddedAt }),
        Heads = await context.Departments.Select(row => row.HeadId).ToListAsync(),
        Delegates = await context.DepartmentDelegates.ToListAsync(),
        Asks = await context.Asks.Select(row => row.AskerId).ToListAsync(),
    }));

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private Workspace Place(string platform) => new()
    {
        Id = NewId(), OrganisationId = store.Organisation.Id, Platform = platform, ExternalId = platform, Name = platform,
    };

    private Person Named(string name) => new()
    {
        Id = ids[name] = NewId(), OrganisationId = store.Organisation.Id, Name = name, Email = $"{name}@x.org", Handle = name,
    };

    private Identity Account(Workspace workspace, string owner, string account) => new()
    {
        Id = NewId(), OrganisationId = store.Organisation.Id, WorkspaceId = workspace.Id, PersonId = ids[owner], ExternalId = account,
    };

    private FocusPerson Five(string owner, string person, int place)
    {
        var entry = new FocusPerson
        {
            Id = NewId(),
            OrganisationId = store.Organisation.Id,
            OwnerId = ids[owner],
            PersonId = ids[person],
            Place = place,
            Cadence = Cadence.Monthly,
            AddedAt = clock.GetUtcNow(),
        };
        entry.Plan();
        return entry;
    }

    private Ask Question(string asker) => new()
    {
        Id = NewId(),
        OrganisationId = store.Organisation.Id,
        WorkspaceId = slack.Id,
        AskerId = ids[asker],
        Text = "How?",
        IsPublic = true,
        AskedAt = clock.GetUtcNow(),
        Source = "test",
    };
}
