using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Hosting;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>What can't be delivered: who is told, and what happens instead. The bot is only in personal chats.</summary>
public sealed class TeamsUndeliveredTests : TeamsBotFixture
{
    [Fact]
    public async Task An_ask_that_nobody_can_see_is_told_and_its_first_answer_is_corrected()
    {
        await Teams.SayAsync(Mark, Personal, "ask my laptop freezes");

        var first = await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "I couldn't post this in #help:"));
        Assert.DoesNotContain("I'll ask", first.Everything, StringComparison.Ordinal);
        var told = await RunClockUntilAsync(Tenant.WaitForMessageAsync(
            Personal,
            "I couldn't post in #help, so no one has seen this yet. Ask one person by name?"));
        Assert.NotEqual(first.Id, told.Id);
        Assert.Contains("No longer needed", told.Everything, StringComparison.Ordinal);
        Assert.Contains("name another in Organisation:HelpChannel", Logs.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Organisation:KudosChannel", Logs.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_departments_people_are_asked_directly_instead()
    {
        await SueIsInItAsync();

        await Teams.SayAsync(Mark, Personal, "ask @IT my laptop freezes");

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(message =>
            message.Conversation == $"a:1personal-{Sue.AadObjectId}"
                && message.Everything.Contains("my laptop freezes", StringComparison.Ordinal)));
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "I couldn't post in #help, so I'll ask IT, one person"));
    }

    [Fact]
    public async Task Thanks_to_somebody_who_blocked_the_bot_come_back_to_their_giver()
    {
        await SueIsInItAsync();
        Tenant.Change(Sue with { HasBlockedBot = true });

        await Teams.SayAsync(Mark, Personal, "thanks @Sue Miller for the laptop");

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "You can still tell them yourself."));
    }

    [Fact]
    public async Task Doctor_names_every_channel_that_is_missing()
    {
        await Teams.InstallAsync(Mark, General);
        await Tenant.WaitForMessageAsync(General, "Mention me");

        var findings = new List<Finding>();
        await foreach (var finding in Bot.Services.GetServices<IDoctorCheck>().Single(check => check.Name == "Channels")
            .RunAsync(CancellationToken.None))
        {
            findings.Add(finding);
        }

        Assert.Contains(
            findings,
            finding => finding is Finding.Good && finding.What.StartsWith("#kudos is there", StringComparison.Ordinal));
        var problem = Assert.Single(findings.OfType<Finding.Problem>());
        Assert.Contains("no team with a channel #help", problem.What, StringComparison.Ordinal);
        Assert.Contains("Organisation:HelpChannel", problem.What, StringComparison.Ordinal);
    }

    private async Task SueIsInItAsync()
    {
        await Teams.SayAsync(Sue, Tenant.AddPersonal(Sue), "help");
        await WaitForRowsAsync(context => context.People, people => people.Exists(person => person.Name == Sue.Name));
        var workspace = (await QueryAsync(context => context.Workspaces)).Single();
        await Bot.InScopeAsync(workspace.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            var it = new Department
            {
                Id = Guid.CreateVersion7(Time.GetUtcNow()), OrganisationId = workspace.OrganisationId, Name = "IT", Handle = "it",
            };
            context.Departments.Add(it);
            (await context.People.SingleAsync(person => person.Name == Sue.Name)).DepartmentId = it.Id;
            return await context.SaveChangesAsync();
        });
    }
}
