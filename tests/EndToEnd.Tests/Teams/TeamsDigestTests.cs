using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Features.Digests;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The manager's digest in Teams: native charts and a table, for its readers only, once per period.</summary>
public sealed class TeamsDigestTests : TeamsBotFixture
{
    private TeamsConversation suesChat = null!;

    [Fact]
    public async Task A_head_reads_charts_and_tables_and_nobody_else_does()
    {
        await LastMonthAsync();

        await Teams.SayAsync(Sue, suesChat, "relate digest");
        var digest = await RunClockUntilAsync(Tenant.WaitForMessageAsync(suesChat, "October 2026: help across departments"));
        Assert.Contains("Helps given 7 (before 0), to 1 other department", digest.Everything, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"Chart.HorizontalBar\"", digest.Everything, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"Table\"", digest.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", digest.Everything, StringComparison.Ordinal);

        await Teams.SayAsync(Mark, Personal, "relate digest");
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(Personal, "lead a department"));
    }

    [Fact]
    public async Task A_subscriber_gets_it_once_on_the_first_of_the_month()
    {
        await LastMonthAsync();
        await Teams.SayAsync(Sue, suesChat, "relate digest");
        await Teams.ExecuteAsync(Sue, await RunClockUntilAsync(Tenant.WaitForMessageAsync(suesChat, "Send it monthly")), "Send it monthly");
        await RunClockUntilAsync(Tenant.WaitForMessageAsync(suesChat, "every month, the next one on Tuesday, 1 December"));

        Time.Advance(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero) - Time.GetUtcNow());
        var job = Bot.Services.GetRequiredService<DigestJob>();
        await job.Execute(null!, CancellationToken.None);
        await job.Execute(null!, CancellationToken.None);

        await RunClockUntilAsync(Tenant.WaitForMessageAsync(suesChat, "November 2026: help across departments"));
        Assert.Single(await OutboxAsync(), message => message.Purpose == "digest");
    }

    private async Task LastMonthAsync()
    {
        suesChat = Tenant.AddPersonal(Sue);
        await Teams.InstallAsync(Mark, Personal);
        await Teams.InstallAsync(Sue, suesChat);
        await Teams.SayAsync(Sue, suesChat, "help");
        var sue = await WaitForRowsAsync(
            context => context.People.Where(person => person.Name == Sue.Name),
            rows => rows.Count == 1,
            clockRuns: true);
        await DigestMonth.RecordAsync(Bot, Time, sue[0].Id);
    }
}
