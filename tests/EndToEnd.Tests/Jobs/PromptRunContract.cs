using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Infrastructure.Persistence;
using RelateBot.TestSupport.Databases;

namespace RelateBot.EndToEnd.Tests.Jobs;

/// <summary>A run processes everyone in batches, on any host. After a crash, the next run continues where it stopped.</summary>
public abstract class PromptRunContract(TestDatabase database) : JobContract(database)
{
    private const int People = (2 * PromptBatchSender.Batch) + 20;

    [SkippableFact]
    public async Task A_run_that_breaks_in_the_middle_of_a_batch_leaves_nothing_of_it_and_the_next_host_goes_on()
    {
        await HireAsync(People);

        await BreakAsync(afterMessages: 0);
        Assert.Equal(0, await SentAsync());
        await BreakAsync(afterMessages: PromptBatchSender.Batch);
        Assert.Equal(PromptBatchSender.Batch, await SentAsync());
        await BreakAsync(afterMessages: PromptBatchSender.Batch + 10);
        Assert.Equal(2 * PromptBatchSender.Batch, await SentAsync());

        await NewHost().PromptAsync();
        await Host.PromptAsync();
        await AssertEverybodyHeardOnceAsync();
    }

    [SkippableFact]
    public async Task Two_hosts_that_run_at_once_write_to_nobody_twice()
    {
        await HireAsync(People);
        var other = NewHost();

        await Task.WhenAll(new Func<Task>[] { Host.PromptAsync, other.PromptAsync }.Select(Task.Run));

        await AssertEverybodyHeardOnceAsync();
    }

    /// <summary>A host of its own runs, and ends as if it were killed in the batch with the message after so many.</summary>
    private async Task BreakAsync(int afterMessages)
    {
        var host = NewHost(services =>
            services.ConfigureDbContext<RelateDbContext>(options => options.AddInterceptors(new Break(afterMessages))));
        var killed = await Assert.ThrowsAnyAsync<Exception>(host.PromptAsync);
        Assert.Equal("killed", killed.GetBaseException().GetBaseException().Message);
    }

    private async Task<int> SentAsync() => (await HeardAsync()).Values.Sum();

    private async Task AssertEverybodyHeardOnceAsync()
    {
        var heard = await HeardAsync();
        Assert.Equal(People, heard.Count);
        Assert.All(heard.Values, times => Assert.Equal(1, times));
        Assert.Equal(People, (await PromptsAsync()).DistinctBy(prompt => prompt.PersonId).Count());
    }

    /// <summary>The database is lost once a message more than some was written, and before that is committed.</summary>
    private sealed class Break(int afterMessages) : DbCommandInterceptor
    {
        private static readonly string[] messageRow = ["INSERT INTO outbox", "INSERT INTO \"outbox\""];
        private int messages;

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            messages += command.CommandText.Split(messageRow, StringSplitOptions.None).Length - 1;
            return messages > afterMessages
                ? throw new IOException("killed")
                : base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
        }
    }

    public sealed class On_SQLite(SqliteDatabase database) : PromptRunContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : PromptRunContract(database), IClassFixture<PostgreSqlDatabase>;
}
