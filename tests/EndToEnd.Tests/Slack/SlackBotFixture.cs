using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Slack;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Slack;

namespace RelateBot.EndToEnd.Tests.Slack;

/// <summary>The whole bot and the stand-in for Slack, each on a socket, on one clock that the test moves.</summary>
public abstract class SlackBotFixture : IAsyncLifetime
{
    private SlackCaller? caller;

    protected ManualTime Time { get; } = new();

    protected SlackStandIn StandIn { get; private set; } = null!;

    protected BotUnderTest Bot { get; set; } = null!;

    protected SlackWorkspace Workspace => StandIn.Workspace;

    /// <summary>Slack, as it calls the bot.</summary>
    protected SlackCaller Slack => caller ??= NewCaller();

    protected SlackUser Mark { get; private set; } = null!;

    protected SlackUser Sue { get; private set; } = null!;

    protected SlackUser Raj { get; private set; } = null!;

    protected SlackChannel General { get; private set; } = null!;

    protected SlackChannel Kudos { get; private set; } = null!;

    protected Logs Logs { get; } = new();

    protected virtual SlackStandInOptions StandInOptions => new() { Time = Time };

    public async Task InitializeAsync()
    {
        StandIn = await SlackStandIn.StartAsync(StandInOptions);
        Mark = Workspace.AddUser("mark", u => u with { RealName = "Mark Weber" });
        Sue = Workspace.AddUser("sue", u => u with { RealName = "Sue Miller" });
        Raj = Workspace.AddUser("raj", u => u with { RealName = "Raj Patel" });
        General = Workspace.AddChannel("general");
        Kudos = Workspace.AddChannel("kudos");
        Prepare();
        Bot = await BotUnderTest.StartAsync(Settings(), Time, services: Customise, logs: Logs);
        await StartedAsync();
    }

    public async Task DisposeAsync()
    {
        caller?.Dispose();
        await Bot.DisposeAsync();
        await StandIn.DisposeAsync();
        Logs.Dispose();
        await EndAsync();
    }

    /// <summary>What is different about Slack before the bot starts.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>What is different about the host that is started first.</summary>
    protected virtual void Customise(IServiceCollection services)
    {
    }

    /// <summary>How Slack calls the bot.</summary>
    protected virtual SlackCaller NewCaller() => new(Workspace, Bot.Address);

    /// <summary>What else has to go when a test is over.</summary>
    protected virtual Task EndAsync() => Task.CompletedTask;

    /// <summary>Usually tests begin when the bot knows its team.</summary>
    protected virtual Task StartedAsync() => Bot.Services.GetRequiredService<SlackTeam>().Connected;

    protected virtual Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Slack:SigningSecret"] = StandIn.Options.SigningSecret,
        ["Slack:BotToken"] = Workspace.BotToken,
        ["Slack:ApiBaseUrl"] = StandIn.ApiBaseUrl.ToString(),
    };

    protected Task<SlackReply> ThanksAsync(string text, SlackUser? by = null, SlackTamper? tamper = null) =>
        Slack.PostSlashCommandAsync(by ?? Mark, "/thanks", text, General, tamper);

    protected Task<List<Exchange>> LedgerAsync() => QueryAsync(context => context.Exchanges.OrderBy(exchange => exchange.Id));

    protected Task<List<OutboxMessage>> OutboxAsync() => QueryAsync(context => context.Outbox.OrderBy(message => message.Sequence));

    protected Task<List<Person>> PeopleAsync() => QueryAsync(context => context.People.OrderBy(person => person.Name));

    protected async Task<List<T>> QueryAsync<T>(Func<RelateDbContext, IQueryable<T>> query)
        where T : class
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<RelateDbContext>()).IgnoreQueryFilters().AsNoTracking().ToListAsync();
    }

    /// <summary>Lets the clock run until something has happened: whoever waits on it first has to get to the point where they wait.</summary>
    protected async Task<T> RunClockUntilAsync<T>(Task<T> happening)
    {
        while (!happening.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(happening, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        return await happening;
    }

    /// <summary>Waits for the database to say so.</summary>
    protected async Task<List<T>> WaitForRowsAsync<T>(Func<RelateDbContext, IQueryable<T>> query, Func<List<T>, bool> until, bool clockRuns = false)
        where T : class
    {
        for (var attempt = 0; attempt < 2000; attempt++)
        {
            var rows = await QueryAsync(query);
            if (until(rows))
            {
                return rows;
            }

            if (clockRuns)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new TimeoutException($"The rows never came to be as expected.\n{Logs}");
    }
}
