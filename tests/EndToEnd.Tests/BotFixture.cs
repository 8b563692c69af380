using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport;

namespace RelateBot.EndToEnd.Tests;

/// <summary>The whole bot on a socket with a clock that the test moves, and access to its database.</summary>
public abstract class BotFixture
{
    protected FakeTimeProvider Time { get; } = new(TestTime.Start);

    protected BotUnderTest Bot { get; set; } = null!;

    protected FakeLogCollector Logs { get; } = new();

    protected Task<List<Exchange>> LedgerAsync() => QueryAsync(context => context.Exchanges.OrderBy(exchange => exchange.Id));

    protected Task<List<OutboxMessage>> OutboxAsync() => QueryAsync(context => context.Outbox.OrderBy(message => message.Sequence));

    protected async Task<List<T>> QueryAsync<T>(Func<RelateDbContext, IQueryable<T>> query)
        where T : class
    {
        await using var scope = Bot.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<RelateDbContext>()).IgnoreQueryFilters().AsNoTracking().ToListAsync();
    }

    /// <summary>
    /// Advances the clock step by step until something has happened, because the waiting code must have started to wait.
    /// </summary>
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
    protected async Task<List<T>> WaitForRowsAsync<T>(
        Func<RelateDbContext, IQueryable<T>> query,
        Func<List<T>, bool> until,
        bool clockRuns = false)
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

        throw new TimeoutException($"The rows never came to be as expected.\n{Logs.Text()}");
    }

    /// <summary>Everything that lies on the disk, as it would be found there.</summary>
    protected async Task<string> DatabaseFileAsync()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(Bot.Folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
