using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack.Features;

/// <summary>The manager's digest on Slack: its readers, its look, and that it is sent once.</summary>
public sealed class SlackDigestTests : SlackBotFixture
{
    private SlackUserGroup it = null!;
    private SlackUser boss = null!;

    private string It => $"<!subteam^{it.Id}|@it>";

    [Fact]
    public async Task A_head_reads_the_department_and_an_administrator_the_organisation()
    {
        await LastMonthAsync();

        var ofSue = (await RelateAsync(Sue, "digest")).Message!;
        var ofBoss = (await RelateAsync(boss, "digest last month")).Message!;
        var ofMark = (await RelateAsync(Mark, "digest")).Message!;

        Assert.Contains("Helps given 7 (before 0), to 1 other department", ofSue.Everything, StringComparison.Ordinal);
        Assert.Contains(
            "\"type\":\"table\"",
            ofSue.Blocks.GetRawText().Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains("Helps 7 (before 0). Thanks 1 (before 0).", ofBoss.Everything, StringComparison.Ordinal);
        Assert.Contains("Who helped whom", ofBoss.Everything, StringComparison.Ordinal);
        Assert.Contains("lead a department", ofMark.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ofSue.Everything + ofBoss.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_names_a_department_and_a_head_only_the_own_one()
    {
        await LastMonthAsync();

        Assert.Contains("Helps given 7", (await RelateAsync(boss, $"digest {It} last month")).Message!.Everything,
            StringComparison.Ordinal);
        Assert.Contains("received 7", (await RelateAsync(boss, "digest @sales")).Message!.Everything, StringComparison.Ordinal);
        Assert.Contains(
            "for its head and for administrators",
            (await RelateAsync(Sue, "digest @sales")).Message!.Everything,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_of_five_reads_the_digest_of_the_department()
    {
        await LastMonthAsync();
        Assert.Contains("lead a department", (await RelateAsync(Raj, "digest")).Message!.Everything, StringComparison.Ordinal);

        await ChangeAsync(async context =>
        {
            var raj = await PersonAsync(context, Raj);
            raj.DepartmentId = (await context.Departments.SingleAsync(department => department.Handle == "it")).Id;
            foreach (var person in await context.People.Where(person => person.Name.StartsWith("IT ")).ToListAsync())
            {
                person.ManagerId = raj.Id;
            }
        });

        Assert.Contains("Helps given 7", (await RelateAsync(Raj, "digest")).Message!.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscriber_gets_each_period_once_from_whichever_host_and_none_after_the_end()
    {
        await LastMonthAsync();
        Assert.Contains(
            "every month, the next one on Tuesday, 1 December",
            (await RelateAsync(Sue, "digest monthly")).Message!.Everything,
            StringComparison.Ordinal);

        await RoundsAsync();
        Assert.Empty(await SentAsync());

        Time.Advance(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero) - Time.GetUtcNow());
        await Task.WhenAll(RoundsAsync(), RoundsAsync());
        await RoundsAsync();
        var sent = Assert.Single(await SentAsync());
        Assert.Contains("November 2026: help across departments", sent, StringComparison.Ordinal);

        await RelateAsync(Sue, "digest off");
        Time.Advance(TimeSpan.FromDays(40));
        await RoundsAsync();
        Assert.Single(await SentAsync());
    }

    [Fact]
    public async Task It_does_not_come_on_a_day_off()
    {
        await LastMonthAsync();
        Time.Advance(new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.Zero) - Time.GetUtcNow());

        Assert.Contains(
            "every week, the next one on Tuesday, 8 December",
            (await RelateAsync(Sue, "digest weekly")).Message!.Everything,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leads_no_longer_is_told_that_it_ends()
    {
        await LastMonthAsync();
        await RelateAsync(Sue, "digest weekly");
        await ChangeAsync(async context => (await context.Departments.SingleAsync(department => department.Handle == "it")).HeadId = null);

        Time.Advance(TimeSpan.FromDays(14));
        await RoundsAsync();
        Time.Advance(TimeSpan.FromDays(14));
        await RoundsAsync();

        Assert.Contains("I have stopped sending you the digest", Assert.Single(await SentAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_on_the_home_page_of_a_head_and_on_nobody_elses()
    {
        await LastMonthAsync();

        await Slack.OpenHomeAsync(Sue);
        await Slack.OpenHomeAsync(Mark);

        var home = Workspace.Views.HomeOf(Sue)!.Sent.GetRawText();
        Assert.Contains("Your digest", home, StringComparison.Ordinal);
        Assert.Contains("Helps given 7", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Your digest", Workspace.Views.HomeOf(Mark)!.Sent.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_has_the_whole_organisations_on_their_home_page_until_they_are_none()
    {
        await LastMonthAsync();
        await WaitForRowsAsync(
            context => context.Identities.Where(identity => identity.ExternalId == boss.Id && !identity.NeedsProfile),
            rows => rows.Count == 1);

        await Slack.OpenHomeAsync(boss);
        var home = Workspace.Views.HomeOf(boss)!.Sent.GetRawText();
        Assert.Contains("Your digest", home, StringComparison.Ordinal);
        Assert.Contains("Helps 7 (before 0). Thanks 1 (before 0).", home, StringComparison.Ordinal);

        var retired = boss with { IsAdmin = false, Updated = 10 };
        Workspace.Put(retired);
        await Slack.PostEventAsync(new JsonObject
        {
            ["type"] = "user_change",
            ["user"] = SlackEventJson.Of(retired, Workspace),
            ["cache_ts"] = 1
        });
        await Slack.OpenHomeAsync(boss);
        Assert.DoesNotContain("Your digest", Workspace.Views.HomeOf(boss)!.Sent.GetRawText(), StringComparison.Ordinal);
    }

    protected override Dictionary<string, string?> Settings() =>
        new(base.Settings(), StringComparer.Ordinal) { ["Organisation:Blackouts"] = "2026-12-07" };

    protected override void Prepare()
    {
        boss = Workspace.AddUser("boss", user => user with { RealName = "Ana Lima", IsAdmin = true });
        it = Workspace.AddUserGroup("it", Sue);
    }

    private Task<SlackReply> RelateAsync(SlackUser by, string text) => Slack.PostSlashCommandAsync(by, "/relate", text, General);

    private async Task LastMonthAsync()
    {
        await Slack.PostSlashCommandAsync(boss, "/relate", $"admin head {It} {Sue.Mention}", General);
        await RelateAsync(Raj, "help");
        var sue = (await QueryAsync(context => context.Identities.Where(identity => identity.ExternalId == Sue.Id))).Single().PersonId;
        await DigestMonth.RecordAsync(Bot, Time, sue);
    }

    private Task RoundsAsync() => Bot.Services.GetRequiredService<DigestJob>().Execute(null!, CancellationToken.None).AsTask();

    private async Task<List<string>> SentAsync() =>
        [.. (await QueryAsync(context => context.Outbox)).Where(message => message.Purpose == "digest")
            .Select(message => message.Content!)];

    private static async Task<Person> PersonAsync(RelateDbContext context, SlackUser user)
    {
        var identity = await context.Identities.SingleAsync(identity => identity.ExternalId == user.Id);
        return await context.People.SingleAsync(person => person.Id == identity.PersonId);
    }

    private async Task ChangeAsync(Func<RelateDbContext, Task> change)
    {
        var organisation = Assert.Single(await QueryAsync(context => context.Organisations));
        await Bot.InScopeAsync(organisation.Id, async services =>
        {
            await change(services.GetRequiredService<RelateDbContext>());
            await services.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        });
    }
}
