using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>Working hours from Outlook, read at night.</summary>
public sealed class TeamsWorkingHoursTests : TeamsBotFixture
{
    [Fact]
    public async Task By_night_hours_and_zones_are_read_and_prompts_keep_to_them()
    {
        Tenant.Change(Mark with { WorkingHours = new TeamsWorkingHours("06:00", "11:30", "Pacific Standard Time") });
        Tenant.Change(Sue with { WorkingHours = new TeamsWorkingHours("08:00", "16:00", TeamsWorkingHours.Custom) });
        await InstallAsync();

        await NightAsync();

        var (mark, sue, raj) = (await PersonAsync(Mark), await PersonAsync(Sue), await PersonAsync(Raj));
        Assert.Equal(("06:00-11:30", "America/Los_Angeles"), (mark.WorkingHours, mark.TimeZone));
        Assert.Equal(("08:00-16:00", null), (sue.WorkingHours, sue.TimeZone));
        Assert.Equal((null, null), (raj.WorkingHours, raj.TimeZone));
        var calendars = Bot.Services.GetRequiredService<WorkCalendars>();
        Assert.Equal((false, true, false), (IsAtWork(mark, "13:59Z"), IsAtWork(mark, "14:00Z"), IsAtWork(mark, "19:30Z")));
        Assert.Equal((true, false), (IsAtWork(sue, "15:59Z"), IsAtWork(sue, "16:00Z")));

        bool IsAtWork(Person person, string time) =>
            calendars.For(person).IsAtWork(DateTimeOffset.Parse($"2026-11-19T{time}", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_prompt_comes_within_them()
    {
        Tenant.Change(Mark with { WorkingHours = new TeamsWorkingHours("06:00", "11:00", "UTC") });
        await InstallAsync();
        await Teams.SayAsync(Sue, General, "{bot} thanks {Mark Weber} for the coffee", mentions: Mark);
        await NightAsync();
        await WaitForRowsAsync(context => context.PromptPlans, plans => plans.Count >= 2, clockRuns: true);
        var friday = new DateTimeOffset(2026, 11, 20, 10, 40, 0, TimeSpan.Zero);
        Time.Advance(friday - Time.GetUtcNow());

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "Stop these"));

        Assert.InRange(Time.GetUtcNow(), friday, friday.AddMinutes(20));
    }

    [Fact]
    public async Task A_large_tenant_is_asked_twenty_at_a_time()
    {
        AddColleagues(41, user => user);
        await InstallAsync();

        await NightAsync();

        Assert.Equal(
            41,
            (await QueryAsync(context => context.People)).Count(person =>
                person is { WorkingHours: "07:00-15:00", TimeZone: "Europe/Zurich" }));
        Assert.Equal([200, 200, 200], Of(TeamsOperation.Batch));
    }

    [Theory]
    [InlineData(TeamsOperation.Batch, 429)]
    [InlineData(TeamsOperation.Batch, 503)]
    [InlineData(TeamsOperation.WorkingHours, 429)]
    public async Task It_waits_as_long_as_Graph_asks(string operation, int status)
    {
        Tenant.Change(Mark with { WorkingHours = new TeamsWorkingHours("07:00", "15:00") });
        await InstallAsync();
        StandIn.Fail(operation, new TeamsFault(status, "ApplicationThrottled", RetryAfter: 90));

        await NightAsync();

        var batches = StandIn.Calls.Where(call => call.Operation is TeamsOperation.Batch).ToList();
        Assert.Equal(2, batches.Count);
        Assert.True(
            batches[1].At - batches[0].At >= TimeSpan.FromSeconds(90),
            $"Graph was asked again after {batches[1].At - batches[0].At}.");
        Assert.Equal(("07:00-15:00", "Europe/Berlin"), ((await PersonAsync(Mark)).WorkingHours, (await PersonAsync(Mark)).TimeZone));
    }

    [Fact]
    public async Task Without_the_permission_it_says_once_what_to_grant_and_asks_again_the_next_night()
    {
        Tenant.Change(Mark with { WorkingHours = new TeamsWorkingHours("07:00", "15:00") });
        StandIn.MayReadMailboxSettings = false;
        AddColleagues(30, user => user);
        await InstallAsync();

        await NightAsync();

        Assert.Equal([200], Of(TeamsOperation.Batch));
        Assert.Equal(2, Logs.Text().Split("the application permission MailboxSettings.Read").Length);
        Assert.Null((await PersonAsync(Mark)).WorkingHours);
        StandIn.MayReadMailboxSettings = true;
        await NightAsync();
        Assert.Equal("07:00-15:00", (await PersonAsync(Mark)).WorkingHours);
    }

    [Fact]
    public async Task A_mailbox_that_is_closed_to_the_bot_closes_no_other()
    {
        Tenant.Change(Mark with { WorkingHours = new TeamsWorkingHours("07:00", "15:00") });
        AddColleagues(18, user => user with { HasClosedMailbox = user.Name == "Person 17" });
        await InstallAsync();
        StandIn.Fail(TeamsOperation.WorkingHours, new TeamsFault(500));

        await NightAsync();

        // Mark's is broken, and the one that is closed is alone in the second call.
        Assert.Equal(17, (await QueryAsync(context => context.People)).Count(person => person.WorkingHours is not null));
        Assert.Equal([200, 200], Of(TeamsOperation.Batch));
        Assert.DoesNotContain("MailboxSettings.Read", Logs.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roster_wins()
    {
        await InstallAsync();
        await NightAsync();
        var mark = await PersonAsync(Mark);
        await ChangeAsync(context =>
        {
            var stored = context.People.Single(person => person.Id == mark.Id);
            (stored.WorkingHours, stored.TimeZone, stored.SetByHand) = (
                "09:00-13:00",
                "Europe/Zurich",
                PersonFields.WorkingHours | PersonFields.TimeZone);
        });
        Tenant.Change(Mark with { WorkingHours = new TeamsWorkingHours("07:00", "15:00", "Pacific Standard Time") });

        await NightAsync();

        mark = await PersonAsync(Mark);
        Assert.Equal(("09:00-13:00", "Europe/Zurich"), (mark.WorkingHours, mark.TimeZone));
        Assert.Equal([404, 404, 404, 200, 404, 404], Of(TeamsOperation.WorkingHours));
    }

    protected override Dictionary<string, string?> Settings() => new(base.Settings(), StringComparer.Ordinal)
    {
        ["Teams:ReadWorkingHours"] = "true",
        ["Prompts:Enabled"] = "true",
    };

    private void AddColleagues(int count, Func<TeamsUser, TeamsUser> with)
    {
        for (var number = 0; number < count; number++)
        {
            var user = Tenant.AddUser(
                $"Person {number}",
                user => with(user with { WorkingHours = new TeamsWorkingHours("07:00", "15:00", "Europe/Zurich") }));
            General.Members.Add(user.AadObjectId);
        }
    }

    private async Task InstallAsync()
    {
        await Teams.InstallAsync(Mark, Personal);
        await Teams.InstallAsync(Mark, General);
    }

    /// <summary>Goes to the hour at which directories are read, and stays until it is done.</summary>
    private async Task NightAsync()
    {
        var evening = Time.GetUtcNow();
        Time.Advance(new DateTimeOffset(evening.Date, TimeSpan.Zero).AddDays(1).AddHours(3).AddMinutes(-1) - evening);
        await WaitForRowsAsync(
            context => context.DirectorySyncs,
            rows => rows is [{ FinishedAt: { } finished }] && finished > evening,
            clockRuns: true);
    }

    private async Task<Person> PersonAsync(TeamsUser user)
    {
        var identity = (await QueryAsync(context => context.Identities)).Single(identity => identity.ExternalId == user.AadObjectId);
        return (await QueryAsync(context => context.People)).Single(person => person.Id == identity.PersonId);
    }

    private async Task ChangeAsync(Action<RelateDbContext> change)
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use((await QueryAsync(context => context.Organisations))[0].Id);
        change(scope.ServiceProvider.GetRequiredService<RelateDbContext>());
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(default);
    }

    private IEnumerable<int> Of(string operation) => StandIn.Calls.Where(call => call.Operation == operation).Select(call => call.Status);
}
