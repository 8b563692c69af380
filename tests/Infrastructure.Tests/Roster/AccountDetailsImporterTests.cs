using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Roster;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Roster;

/// <summary>A mailbox's working hours come with a time zone. The source that knows a person's time zone better wins.</summary>
public sealed class AccountDetailsImporterTests : IAsyncLifetime
{
    private const string Account = "sue";

    private readonly FakeTimeProvider clock = new(TestTime.Start);

    private TemporaryStore store = null!;

    public async Task InitializeAsync() => store = await TemporaryStore.CreateAsync(clock);

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, false, "Europe/Berlin", "08:00-16:00")] // nobody else says where she is
    [InlineData("America/Lima", false, "Europe/Berlin", "08:00-16:00")] // and when she moves, the mailbox knows
    [InlineData(null, true, "Europe/Berlin", "08:00-16:00")]
    [InlineData("Europe/Zurich", true, "Europe/Zurich", "08:00-16:00")] // the same clock
    [InlineData("America/Lima", true, "America/Lima", null)] // hours by another clock than hers
    public async Task The_zone_of_another_platform_stays(string? zone, bool hasAnotherAccount, string? zoneThen, string? hoursThen)
    {
        var workspace = await SueAsync(zone, hasAnotherAccount);

        await TakeAsync(workspace, "Europe/Berlin");

        var sue = await store.ReadAsync(context => context.People.SingleAsync());
        Assert.Equal((zoneThen, hoursThen), (sue.TimeZone, sue.WorkingHours));
    }

    [Theory]
    [InlineData(PersonFields.TimeZone, "America/Lima", null)]
    [InlineData(PersonFields.WorkingHours, "Europe/Berlin", null)]
    public async Task What_people_said_stays(PersonFields byHand, string? zoneThen, string? hoursThen)
    {
        var workspace = await SueAsync("America/Lima", hasAnotherAccount: false, byHand);

        await TakeAsync(workspace, "Europe/Berlin");

        var sue = await store.ReadAsync(context => context.People.SingleAsync());
        Assert.Equal((zoneThen, hoursThen), (sue.TimeZone, sue.WorkingHours));
    }

    [Fact]
    public async Task Hours_without_a_zone_are_by_her_own_clock_and_her_department_is_none_of_theirs()
    {
        var workspace = await SueAsync("America/Lima", hasAnotherAccount: true);
        var before = (await store.ReadAsync(context => context.People.SingleAsync())).DepartmentId;

        await TakeAsync(workspace, zone: null);

        var sue = await store.ReadAsync(context => context.People.SingleAsync());
        Assert.Equal(("America/Lima", "08:00-16:00", before), (sue.TimeZone, sue.WorkingHours, sue.DepartmentId));
    }

    private async Task<Workspace> SueAsync(string? zone, bool hasAnotherAccount, PersonFields byHand = PersonFields.None)
    {
        var organisationId = store.Organisation.Id;
        var sue = new Person
        {
            Id = NewId(),
            OrganisationId = organisationId,
            Name = "Sue",
            DepartmentId = NewId(),
            TimeZone = zone,
            SetByHand = byHand
        };
        var (here, there) = (Connected("teams"), Connected("slack"));
        await store.ChangeAsync(context =>
        {
            context.People.Add(sue);
            context.Workspaces.AddRange(here, there);
            foreach (var workspace in hasAnotherAccount ? new[] { here, there } : [here])
            {
                context.Identities.Add(new Identity
                {
                    Id = NewId(),
                    OrganisationId = organisationId,
                    WorkspaceId = workspace.Id,
                    PersonId = sue.Id,
                    ExternalId = Account
                });
            }
        });
        return here;
    }

    private Workspace Connected(string platform) =>
        new() { Id = NewId(), OrganisationId = store.Organisation.Id, Platform = platform, ExternalId = platform, Name = platform };

    private Task TakeAsync(Workspace workspace, string? zone) => store.InScopeAsync(async services =>
    {
        var told = new AccountDetails { WorkingHours = WorkingHours.Parse("8-16"), TimeZone = zone };
        await services.GetRequiredService<AccountDetailsImporter>().ImportAsync(
            workspace,
            new DepartmentSource.Nowhere(),
            new Dictionary<string, AccountDetails>(StringComparer.Ordinal) { [Account] = told },
            default);
        await services.GetRequiredService<UnitOfWork>().CommitAsync(default);
        return true;
    });

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
