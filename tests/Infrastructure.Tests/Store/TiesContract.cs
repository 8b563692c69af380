using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class TiesContract(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task Ties_are_read_from_either_side_the_strongest_first()
    {
        var (ana, others) = (NewId(), Enumerable.Range(0, 6).Select(_ => NewId()).ToList());
        foreach (var (other, index) in others.Select((other, index) => (other, index)))
        {
            // Each more often than the one before, now from here, now from there.
            foreach (var week in Enumerable.Range(0, index + 1))
            {
                await RecordAsync(index % 2 == 0 ? ana : other, index % 2 == 0 ? other : ana, week);
            }
        }

        await RecordAsync(others[0], others[1], 0);
        await ProjectAsync();

        var read = await AskAsync((ITies ties) => ties.StrongestAsync(ana, 4, default));

        Assert.Equal([others[5], others[4], others[3], others[2]], read.Select(tie => tie.OtherThan(ana)));
        Assert.Equal(7, (await AskAsync((ITies ties) => ties.StrongestAsync(ana, 10, default))).Count + (await AskAsync((ITies ties) => ties.StrongestAsync(others[0], 10, default))).Count - 1);
    }

    [SkippableFact]
    public async Task An_old_tie_stands_behind_a_new_one_of_the_same_making()
    {
        var (ana, old, recent) = (NewId(), NewId(), NewId());
        await RecordAsync(old, ana, weeksAgo: 10);
        await RecordAsync(recent, ana, weeksAgo: 0);
        await ProjectAsync();

        var read = await AskAsync((ITies ties) => ties.StrongestAsync(ana, 10, default));

        Assert.Equal([recent, old], read.Select(tie => tie.OtherThan(ana)));
    }

    [SkippableFact]
    public async Task What_happened_with_anybody_since_a_moment_is_read_with_its_departments_and_without_what_was_taken_back()
    {
        var (ana, ben) = (NewId(), NewId());
        var given = NewExchange(ana);
        var takenBack = NewExchange(ana);
        var received = To(ana, ben);
        await CommitAsync((ILedger ledger) => new[] { given, received, takenBack, takenBack.Correction(Clock.GetUtcNow()), NewExchange(ana, occurredAt: Clock.GetUtcNow().AddDays(-9)), NewExchange(ben) }
            .ToList().ForEach(ledger.Record));

        var deeds = await AskAsync((IBalances balances) => balances.WithAnybodyAsync(ana, Clock.GetUtcNow().AddDays(-8), default));

        Assert.Equivalent(new[] { given.Id, received.Id }, deeds.Select(deed => deed.Id), strict: true);
        Assert.Equal((ben, received.FromDepartmentId), deeds.Where(deed => !deed.IsMine).Select(deed => (deed.OtherId, deed.OtherDepartmentId)).Single());
    }

    private Task RecordAsync(Guid from, Guid to, int weeksAgo) => CommitAsync((ILedger ledger) => ledger.Record(To(to, from, Clock.GetUtcNow().AddDays(-7 * weeksAgo))));

    private Task ProjectAsync() => Store.Services.GetRequiredService<Projector>().DrainAsync(null, default);

    private Exchange To(Guid to, Guid from, DateTimeOffset? at = null) => new()
    {
        Id = NewId(), OrganisationId = Organisation.Id, ActId = NewId(), Kind = ExchangeKind.Help, FromPersonId = from, FromDepartmentId = NewId(), ToPersonId = to,
        Note = "", Values = [], Visibility = Visibility.Public, OccurredAt = at ?? Clock.GetUtcNow(), RecordedAt = Clock.GetUtcNow(), Source = "test",
    };

    public sealed class On_SQLite(SqliteDatabase database) : TiesContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : TiesContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : TiesContract(database), IClassFixture<SqlServerDatabase>;
}
