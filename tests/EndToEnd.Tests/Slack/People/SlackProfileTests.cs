using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.People;

public sealed class SlackProfileTests : SlackBotFixture
{
    [Fact]
    public async Task Somebody_unknown_is_recorded_at_once_and_completed_later()
    {
        var zoe = Workspace.AddUser(
            "zoe",
            u => u with
            {
                RealName = "Zoë Ångström",
                DisplayName = "zoe.a",
                Email = "Zoe@Example.com",
                TimeZone = "Europe/Stockholm",
                Locale = "sv-SE"
            });
        StandIn.Faults.Next("users.info", SlackFault.Status(503), times: 2);

        var reply = await ThanksAsync($"{zoe.Mention} for the song");

        Assert.StartsWith("You thanked", reply.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("couldn't look up", reply.Message.Everything, StringComparison.Ordinal);
        Assert.Single(await LedgerAsync());
        var people = await WaitForRowsAsync(
            context => context.People,
            rows => rows.Exists(person => person.Email is "zoe@example.com"),
            clockRuns: true);
        var completed = people.First(person => person.Email is "zoe@example.com");
        Assert.Equal(
            ("Zoë Ångström", "zoe.a", "Europe/Stockholm", "sv-SE", PersonKind.Colleague, true),
            (completed.Name, completed.Handle, completed.TimeZone, completed.Locale, completed.Kind, completed.IsActive));
        await WaitForRowsAsync(context => context.Identities, rows => rows.TrueForAll(identity => !identity.NeedsProfile), clockRuns: true);
        Assert.Contains(zoe.Id, (await ThanksAsync("@zoe.a for the encore")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_guests_and_those_who_left_are_known_for_what_they_are()
    {
        var bot = Workspace.AddUser("deploy", u => u with { IsBot = true });
        var guest = Workspace.AddUser("guest", u => u with { IsRestricted = true });
        var stranger = Workspace.AddUser("stranger", u => u with { IsStranger = true });
        var gone = Workspace.AddUser("gone", u => u with { Deleted = true });

        await ThanksAsync($"{bot.Mention} {guest.Mention} {stranger.Mention} {gone.Mention} for it");

        var people = await WaitForRowsAsync(context => context.People, rows => rows.Count == 5 && rows.Exists(person => !person.IsActive));
        await WaitForRowsAsync(context => context.Identities, rows => rows.TrueForAll(identity => !identity.NeedsProfile));
        people = await PeopleAsync();
        Assert.Equal(PersonKind.Bot, people.First(person => person.Name == "Deploy").Kind);
        Assert.Equal(PersonKind.Guest, people.First(person => person.Name == "Guest").Kind);
        Assert.Equal(
            (PersonKind.Stranger, null),
            (people.First(person => person.Name == "Stranger").Kind, people.First(person => person.Name == "Stranger").Email));
        Assert.False(people.First(person => person.Name == "Gone").IsActive);
    }

    [Fact]
    public async Task A_user_of_whom_Slack_knows_nothing_is_not_asked_for_again()
    {
        await ThanksAsync("<@U0NOBODY1|ghost> for nothing");

        await WaitForRowsAsync(
            context => context.Identities,
            rows => rows.Count == 2 && rows.TrueForAll(identity => !identity.NeedsProfile));
        Assert.Contains(await PeopleAsync(), person => person.Name == "ghost");
    }

    [Fact]
    public async Task An_account_with_somebodys_verified_address_becomes_theirs_and_the_ledger_keeps_what_it_has()
    {
        // Slack doesn't answer about Sue's account in time, but the roster has her.
        await ThanksAsync($"{Raj.Mention} for nothing");
        var workspace = Assert.Single(await QueryAsync(context => context.Workspaces));
        var rosterSue = new Person
        {
            Id = Guid.CreateVersion7(Time.GetUtcNow()),
            OrganisationId = workspace.OrganisationId,
            Name = "Susan Miller-Smith",
            Email = "sue@example.com",
            TimeZone = "Europe/Zurich",
            SetByHand = PersonFields.Name | PersonFields.TimeZone
        };
        await Bot.InScopeAsync(workspace.OrganisationId, async services =>
        {
            services.GetRequiredService<RelateDbContext>().People.Add(rosterSue);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });

        StandIn.Faults.Next(
            "users.info",
            SlackFault.Status(503),
            when: arguments => arguments.GetRawText().Contains(Sue.Id, StringComparison.Ordinal));
        await ThanksAsync($"{Sue.Mention} for the laptop");
        var written = Assert.Single(await LedgerAsync(), exchange => exchange.Note == "the laptop");
        await WaitForRowsAsync(
            context => context.Identities,
            rows => rows.Exists(identity => identity.PersonId == rosterSue.Id),
            clockRuns: true);
        await ThanksAsync($"{Sue.Mention} for the second laptop");

        var ledger = await LedgerAsync();
        Assert.Equal(3, ledger.Count);
        var kept = Assert.Single(ledger, exchange => exchange.Id == written.Id);
        Assert.Equal((written.ToPersonId, written.Note, written.RecordedAt), (kept.ToPersonId, kept.Note, kept.RecordedAt));
        Assert.Equal(rosterSue.Id, Assert.Single(ledger, exchange => exchange.Note == "the second laptop").ToPersonId);
        var people = await PeopleAsync();
        var retired = people.First(person => person.Id == written.ToPersonId);
        Assert.Equal(("Sue Miller", null, null, false), (retired.Name, retired.Email, retired.Handle, retired.IsActive));
        var sue = people.First(person => person.Id == rosterSue.Id);
        Assert.Equal(("Susan Miller-Smith", "Europe/Zurich", "sue", true), (sue.Name, sue.TimeZone, sue.Handle, sue.IsActive));
        await Workspace.Messages.WaitForMessageAsync(
            Sue,
            message => message.Everything.Contains("the second laptop", StringComparison.Ordinal));
    }
}
