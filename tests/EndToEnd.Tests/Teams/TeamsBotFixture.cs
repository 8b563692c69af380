using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;
using RelateBot.TestSupport.Teams;

namespace RelateBot.EndToEnd.Tests.Teams;

/// <summary>The whole bot and the stand-in for Teams, each on a socket, on one clock that the test moves.</summary>
public abstract class TeamsBotFixture : IAsyncLifetime
{
    protected const string TeamId = "19:engineering@thread.tacv2";

    protected ManualTime Time { get; } = new();

    protected TeamsStandIn StandIn { get; private set; } = null!;

    protected BotUnderTest Bot { get; private set; } = null!;

    protected TeamsCaller Teams { get; private set; } = null!;

    protected TeamsTenant Tenant => StandIn.Tenant;

    protected TeamsUser Mark { get; private set; } = null!;

    protected TeamsUser Sue { get; private set; } = null!;

    protected TeamsUser Raj { get; private set; } = null!;

    /// <summary>Mark's personal chat with the bot.</summary>
    protected TeamsConversation Personal { get; private set; } = null!;

    protected TeamsConversation General { get; private set; } = null!;

    protected TeamsConversation Kudos { get; private set; } = null!;

    protected Logs Logs { get; } = new();

    public async Task InitializeAsync()
    {
        StandIn = await TeamsStandIn.StartAsync(Time);
        Mark = Tenant.AddUser("Mark Weber");
        Sue = Tenant.AddUser("Sue Miller");
        Raj = Tenant.AddUser("Raj Patel");
        Personal = Tenant.AddPersonal(Mark);
        General = Tenant.AddChannel(TeamId, "General", Mark, Sue, Raj);
        Kudos = Tenant.AddChannel(TeamId, "kudos", Mark, Sue, Raj);
        Bot = await BotUnderTest.StartAsync(Settings(), Time, Environment, services => LoginDetour.Register(services, StandIn.BaseUrl), Logs);
        Teams = new TeamsCaller(StandIn, Bot.Client);
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await StandIn.DisposeAsync();
        Logs.Dispose();
    }

    protected virtual string Environment => "Testing";

    protected virtual Dictionary<string, string?> Settings() => new(StringComparer.Ordinal)
    {
        ["Teams:AppId"] = StandIn.AppId,
        ["Teams:TenantId"] = Tenant.Id,
        ["Teams:ClientSecret"] = StandIn.ClientSecret,
        ["Teams:OpenIdMetadataUrl"] = StandIn.MetadataUrl,
        ["Teams:ServiceUrls"] = StandIn.ServiceUrl,
    };

    protected Task<List<Exchange>> LedgerAsync() => QueryAsync(context => context.Exchanges.OrderBy(exchange => exchange.Id));

    protected Task<List<OutboxMessage>> OutboxAsync() => QueryAsync(context => context.Outbox.OrderBy(message => message.Sequence));

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

    /// <summary>Waits for the database to say so; meanwhile the clock may run.</summary>
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
