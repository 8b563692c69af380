using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.EndToEnd.Tests.Slack.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Messages;

/// <summary>What can't be delivered: who is told, and what happens instead. #help is missing, as in a fresh workspace.</summary>
public sealed class SlackUndeliveredTests : SlackDirectoryFixture
{
    private SlackUserGroup it = null!;

    [Fact]
    public async Task An_ask_whose_channel_is_missing_goes_to_the_departments_people_and_the_asker_hears_of_it()
    {
        await ReadDirectoryAsync();
        var before = Time.GetUtcNow();

        var asked = await AskAsync($"<!subteam^{it.Id}|@it> my laptop freezes");

        Assert.Contains("I'll ask it in #help. I'll let you know when someone picks it up.", asked.Everything, StringComparison.Ordinal);
        await ToldAsync(Mark, "I couldn't post in #help, so I'll ask it, 2 people, in direct messages.");
        var toSue = await ToldAsync(Sue, "my laptop freezes");
        await ToldAsync(Raj, "my laptop freezes");
        Assert.Equal(before, Time.GetUtcNow());

        await Slack.ClickAsync(Sue, toSue, "ask.take");
        await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
            Raj,
            message => message.Everything.Contains("is on it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_administrator_hears_once_of_a_channel_and_of_the_setting_that_names_it()
    {
        await ReadDirectoryAsync();

        await AskAsync($"<!subteam^{it.Id}|@it> my laptop freezes");
        await ToldAsync(Ada, "I can't post in #help");
        await AskAsync($"<!subteam^{it.Id}|@it> my mouse is gone");
        await ToldAsync(Sue, "my mouse is gone");

        await SettledAsync();
        var notice = Assert.Single(
            Workspace.MessagesTo(Ada),
            message => message.Everything.Contains("I can't post in", StringComparison.Ordinal));
        Assert.Contains("name another in Organisation:HelpChannel", notice.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("KudosChannel", notice.Everything, StringComparison.Ordinal);
        Assert.Contains("name another in Organisation:HelpChannel", Logs.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Organisation:KudosChannel", Logs.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_that_nobody_can_see_is_told_with_a_way_on_that_replaces_it()
    {
        await AskAsync("how do I compare two lists?");
        var told = await ToldAsync(Mark, "I couldn't post in #help, so no one has seen this yet. Ask one person by name?");

        await Slack.ClickAsync(Mark, told, "ask.again");
        var form = await Workspace.Views.WaitForModalAsync(Mark);
        Assert.Contains("how do I compare two lists?", form.Sent.GetRawText(), StringComparison.Ordinal);
        await Slack.SubmitViewAsync(
            Mark,
            form,
            new SlackViewState().Text("text", "how do I compare two lists?").Users("person", Sue));

        await ToldAsync(Sue, "how do I compare two lists?");
        var asks = await QueryAsync(context => context.Asks);
        Assert.Equal(2, asks.Count);
        Assert.Equal(AskState.Withdrawn, asks.Single(ask => ask.PersonId is null).State);
        Assert.Equal(AskState.Open, asks.Single(ask => ask.PersonId is not null).State);
    }

    [Fact]
    public async Task A_person_who_cannot_be_asked_is_named_to_the_asker()
    {
        RefuseMessagesTo(Sue);

        var asked = await AskAsync($"{Sue.Mention} where is the map?");

        Assert.Contains($"I've asked <@{Sue.Id}>. I'll let you know as soon as I hear back.", asked.Everything, StringComparison.Ordinal);
        await ToldAsync(Mark, $"I couldn't reach <@{Sue.Id}>, so no one has seen this yet. Ask someone else?");
    }

    [Fact]
    public async Task When_none_of_a_department_can_be_asked_the_asker_hears_it_once()
    {
        await ReadDirectoryAsync();
        RefuseMessagesTo(Sue);
        RefuseMessagesTo(Raj);

        await AskAsync($"<!subteam^{it.Id}|@it> my laptop freezes");

        await ToldAsync(Mark, "I couldn't reach anyone in it, so no one has seen this yet. Ask one person by name?");
        await SettledAsync();
        Assert.Single(Workspace.MessagesTo(Mark), message => message.Everything.Contains("I couldn't reach", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thanks_that_do_not_arrive_come_back_to_their_giver()
    {
        RefuseMessagesTo(Sue);

        var given = await ThanksAsync($"{Sue.Mention} for the laptop");

        Assert.Contains($"I'll tell <@{Sue.Id}> and post it in #kudos.", given.Message!.Everything, StringComparison.Ordinal);
        var told = await ToldAsync(
            Mark,
            $"I couldn't reach <@{Sue.Id}>, so they don't have your thanks. You can still tell them yourself.");
        await Slack.ClickAsync(Mark, told, "thanks.undo");
        Assert.Equal(2, (await WaitForRowsAsync(context => context.Exchanges, rows => rows.Count == 2)).Count);
    }

    [Fact]
    public async Task Thanks_that_cannot_be_posted_come_back_to_their_giver()
    {
        Kudos.IsArchived = true;

        await ThanksAsync($"{Sue.Mention} for the laptop");

        await ToldAsync(Mark, $"I couldn't post your thanks to <@{Sue.Id}> in #kudos, so it isn't public there.");
        await ToldAsync(Sue, "the laptop");
    }

    [Fact]
    public async Task A_notice_that_cannot_be_delivered_causes_no_other()
    {
        RefuseMessagesTo(Mark);

        await AskAsync("how do I compare two lists?");

        var rows = await WaitForRowsAsync(context => context.Outbox, all => all.Count == 2 && all.TrueForAll(IsSettled));
        Assert.Equal(["ask.posted", "ask.owner"], rows.OrderBy(row => row.Sequence).Select(row => row.Purpose));
        Assert.All(rows, row => Assert.Equal(OutboxStatus.Dead, row.Status));
    }

    [Fact]
    public async Task Somebody_without_an_account_is_told_when_they_have_one()
    {
        await AddToRosterAsync("Zoe Adams", "zoe");

        var given = await ThanksAsync("@zoe for the map");
        var asked = await AskAsync("@zoe where is the key?");
        var helped = await Slack.PostSlashCommandAsync(Mark, "/helped", "@zoe with her badge", General);

        Assert.Contains(
            "I'll post it in #kudos. Zoe Adams doesn't have an account here yet. I'll tell them when they have one.",
            given.Message!.Everything,
            StringComparison.Ordinal);
        Assert.Contains(
            "Zoe Adams doesn't have an account here yet. I'll ask them when they have one. Ask someone else now?",
            asked.Everything,
            StringComparison.Ordinal);
        Assert.Contains("I'll ask them when they have one.", helped.Message!.Everything, StringComparison.Ordinal);

        var zoe = Workspace.AddUser("zoe", user => user with { RealName = "Zoe Adams" });
        await TellOfUserAsync("team_join", zoe);

        foreach (var words in new[] { "the map", "where is the key?", "badge" })
        {
            await RunClockUntilAsync(Workspace.Messages.WaitForMessageAsync(
                zoe,
                message => message.Everything.Contains(words, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_waits_for_an_account_is_forgotten_when_it_is_taken_back_or_too_old()
    {
        await AddToRosterAsync("Zoe Adams", "zoe");
        var given = await ThanksAsync("@zoe for the map");
        await Slack.ClickAsync(Mark, given.Message!, "thanks.undo");
        await WaitForRowsAsync(
            context => context.Outbox.Where(row => row.Purpose == "thanks.received"),
            rows => rows is [{ Status: OutboxStatus.Withdrawn }]);

        await ThanksAsync("@zoe for the key");
        Time.Advance(TimeSpan.FromDays(31));
        await WaitForRowsAsync(
            context => context.Outbox.Where(row => row.Status == OutboxStatus.Waiting),
            rows => rows.Count == 0,
            clockRuns: true);
    }

    [Fact]
    public async Task Soon_after_a_start_the_log_names_every_channel_that_is_missing()
    {
        await WaitForLogAsync("Slack knows no channel #help that I may see");
        Assert.DoesNotContain("#kudos that I may see", Logs.Text(), StringComparison.Ordinal);
    }

    protected override void Prepare()
    {
        base.Prepare();
        it = Workspace.AddUserGroup("it", Sue, Raj);
    }

    private static bool IsSettled(OutboxMessage message) => message.SettledAt is not null;

    private async Task<SlackMessage> AskAsync(string text) => (await Slack.PostSlashCommandAsync(Mark, "/ask", text, General)).Message!;

    private Task<SlackMessage> ToldAsync(SlackUser user, string words) => Workspace.Messages.WaitForMessageAsync(
        user,
        message => message.Everything.Contains(words, StringComparison.Ordinal));

    private Task<List<OutboxMessage>> SettledAsync() =>
        WaitForRowsAsync(context => context.Outbox, rows => rows.TrueForAll(IsSettled), clockRuns: true);

    private void RefuseMessagesTo(SlackUser user) => StandIn.Faults.Next(
        "chat.postMessage",
        SlackFault.Error("user_disabled"),
        times: 99,
        when: arguments => arguments.GetProperty("channel").GetString() == user.Id);

    private async Task AddToRosterAsync(string name, string handle)
    {
        var workspace = (await QueryAsync(context => context.Workspaces)).Single();
        await Bot.InScopeAsync(workspace.OrganisationId, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            context.People.Add(new Person
            {
                Id = Guid.CreateVersion7(Time.GetUtcNow()),
                OrganisationId = workspace.OrganisationId,
                Name = name,
                Handle = handle,
                Email = $"{handle}@example.com",
            });
            return await context.SaveChangesAsync();
        });
    }

    private async Task WaitForLogAsync(string words)
    {
        for (var attempt = 0; attempt < 2000 && !Logs.Text().Contains(words, StringComparison.Ordinal); attempt++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        Assert.Contains(words, Logs.Text(), StringComparison.Ordinal);
    }
}
