using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class UnitOfWorkContract(TestDatabase database) : StoreContract(database)
{
    private const int Commands = 32;

    [SkippableFact]
    public async Task What_happened_its_delivery_and_its_messages_are_kept_together()
    {
        var entry = NewExchange(NewId());
        await CommandAsync(Store, entry, "delivery");

        Assert.Equal((1, 1, 1, 1), await CountAsync(entry.ActId));
    }

    [SkippableFact]
    public async Task Nothing_is_kept_when_one_row_meets_a_conflict()
    {
        await CommandAsync(Store, NewExchange(NewId()), "delivery");
        var repeated = NewExchange(NewId());

        await Assert.ThrowsAsync<ConflictException>(() => CommandAsync(Store, repeated, "delivery"));

        Assert.Equal((0, 0, 0, 1), await CountAsync(repeated.ActId));
    }

    [SkippableFact]
    public async Task Nothing_is_kept_without_a_commit()
    {
        var entry = NewExchange(NewId());
        await AskAsync(async (ILedger ledger) =>
        {
            ledger.Record(entry);
            return await ledger.GetActEntriesAsync(entry.ActId, default);
        });

        Assert.Equal((0, 0, 0, 0), await CountAsync(entry.ActId));
    }

    [SkippableFact]
    public async Task A_scope_that_read_and_committed_nothing_leaves_nothing_open_for_the_next()
    {
        await AskAsync(async (UnitOfWork unit) =>
        {
            await unit.BeginReadingAsync(default);
            return unit;
        });

        // Contexts are pooled; one of these has what the scope above has left.
        for (var command = 0; command < Commands; command++)
        {
            var entry = NewExchange(NewId());
            await Store.CommitAsync(Organisation.Id, async services =>
            {
                await services.GetRequiredService<UnitOfWork>().BeginReadingAsync(default);
                services.GetRequiredService<ILedger>().Record(entry);
            });
            Assert.Equal(1, (await CountAsync(entry.ActId)).Entries);
        }
    }

    [SkippableFact]
    public async Task Text_that_a_server_would_refuse_is_refused_in_tests_on_SQLite_too()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            CommitAsync((ILedger ledger) => ledger.Record(NewExchange(NewId(), new string('x', ThanksLimits.Note + 1)))));

        Assert.Contains("Exchange.Note is longer than", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Commands_at_once_are_all_kept()
    {
        var entries = Enumerable.Range(0, Commands).Select(_ => NewExchange(NewId())).ToList();

        await Task.WhenAll(entries.Select((entry, index) => CommandAsync(Store, entry, $"delivery-{index}")));

        await using var afterwards = NewHost();
        foreach (var entry in entries)
        {
            Assert.Equal((1, 1, 1, Commands), await CountAsync(entry.ActId, afterwards));
        }
    }

    [SkippableFact]
    public async Task Of_commands_at_once_only_those_in_conflict_fail()
    {
        // Every fourth one repeats the delivery of the one before it.
        var entries = Enumerable.Range(0, Commands).Select(_ => NewExchange(NewId())).ToList();
        var kept = await Task.WhenAll(entries.Select((entry, index) =>
            IsKeptAsync(entry, $"delivery-{(index % 4 == 3 ? index - 1 : index)}")));

        Assert.Equal(Commands * 3 / 4, kept.Count(was => was));
        foreach (var pair in entries.Zip(kept).Select((pair, index) => (pair, index)).Where(item => item.index % 4 < 2))
        {
            Assert.True(pair.pair.Second);
        }

        foreach (var (entry, was) in entries.Zip(kept))
        {
            var expected = was ? (1, 1, 1, Commands * 3 / 4) : (0, 0, 0, Commands * 3 / 4);
            Assert.Equal(expected, await CountAsync(entry.ActId));
        }
    }

    [SkippableFact]
    public async Task A_scope_can_commit_twice()
    {
        var (first, second) = (NewExchange(NewId()), NewExchange(NewId()));
        await Store.InScopeAsync(Organisation.Id, async services =>
        {
            services.GetRequiredService<ILedger>().Record(first);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(default);
            services.GetRequiredService<ILedger>().Record(second);
            await services.GetRequiredService<UnitOfWork>().CommitAsync(default);
            return await services.GetRequiredService<ILedger>().GetActEntriesAsync(first.ActId, default);
        });

        Assert.Equal((1, 1, 0, 0), await CountAsync(second.ActId));
    }

    [SkippableFact]
    public async Task A_change_and_a_removal_are_kept()
    {
        var sue = NewPerson("Sue");
        var raj = NewPerson("Raj");
        await CommitAsync((RelateDbContext context) => context.People.AddRange(sue, raj));
        await CommitAsync(async (RelateDbContext context) =>
        {
            (await context.People.SingleAsync(person => person.Id == sue.Id)).Name = "Sue Ångström";
            context.Remove(await context.People.SingleAsync(person => person.Id == raj.Id));
        });

        var left = await AskAsync((RelateDbContext context) => context.People.ToListAsync());

        Assert.Equal(("Sue Ångström", "sue angstrom"), (Assert.Single(left).Name, left[0].NameKey));
    }

    private Task CommandAsync(TestStore host, Exchange entry, string delivery) => host.CommitAsync(Organisation.Id, services =>
    {
        services.GetRequiredService<ILedger>().Record(entry);
        var context = services.GetRequiredService<RelateDbContext>();
        context.Deliveries.Add(new Delivery
        {
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            Key = delivery,
            ReceivedAt = Clock.GetUtcNow()
        });
        services.GetRequiredService<OutboxStore>().Add(new OutboxMessage
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            Conversation = "a",
            Operation = OutboxOperation.Post,
            Destination = "{}",
            ActId = entry.ActId,
            Purpose = "test",
            CreatedAt = Clock.GetUtcNow(),
        });
    });

    private async Task<bool> IsKeptAsync(Exchange entry, string delivery)
    {
        try
        {
            await CommandAsync(Store, entry, delivery);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private Task<(int Entries, int Unprojected, int Messages, int Deliveries)> CountAsync(Guid actId, TestStore? host = null) =>
        (host ?? Store).InScopeAsync(Organisation.Id, async services =>
        {
            var context = services.GetRequiredService<RelateDbContext>();
            var entries = await context.Exchanges.Where(exchange => exchange.ActId == actId).Select(exchange => exchange.Id).ToListAsync();
            return (
                entries.Count,
                await context.UnprojectedExchanges.CountAsync(marked => entries.Contains(marked.ExchangeId)),
                await context.Outbox.CountAsync(message => message.ActId == actId),
                await context.Deliveries.CountAsync());
        });

    public sealed class On_SQLite(SqliteDatabase database) : UnitOfWorkContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : UnitOfWorkContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : UnitOfWorkContract(database), IClassFixture<SqlServerDatabase>;
}
