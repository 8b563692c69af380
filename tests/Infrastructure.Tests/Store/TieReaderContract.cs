using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class TieReaderContract(TestDatabase database) : StoreContract(database)
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

        var read = await AskAsync((ITieReader ties) => ties.StrongestAsync(ana, 4, default));

        Assert.Equal([others[5], others[4], others[3], others[2]], read.Select(tie => tie.OtherThan(ana)));
        Assert.Equal(
            7,
            (await AskAsync((ITieReader ties) => ties.StrongestAsync(ana, 10, default))).Count
                + (await AskAsync((ITieReader ties) => ties.StrongestAsync(others[0], 10, default))).Count - 1);
    }

    [SkippableFact]
    public async Task Between_two_people_are_the_ties_of_each_and_those_among_these_but_none_of_somebody_who_wants_no_part_in_it_or_left()
    {
        var (ana, ben, cleo, dan, eve) = (NewPerson("Ana"), NewPerson("Ben"), NewPerson("Cleo"), NewPerson("Dan"), NewPerson("Eve"));
        var (gone, unwilling, program) = (NewPerson("Gone"), NewPerson("Unwilling"), NewPerson("Program"));
        (gone.IsActive, unwilling.TakesIntroductions, program.Kind) = (false, false, PersonKind.Bot);
        await CommitAsync((RelateDbContext context) => context.People.AddRange(ana, ben, cleo, dan, eve, gone, unwilling, program));
        foreach (var (one, other) in new[]
        {
            (ana, cleo),
            (dan, ben),
            (dan, cleo),
            (ana, gone),
            (gone, ben),
            (unwilling, ana),
            (unwilling, ben),
            (program, ana),
            (cleo, eve),
            (eve, ana)
        })
        {
            await RecordAsync(one.Id, other.Id, weeksAgo: 0);
        }

        await RecordAsync(eve.Id, ben.Id, weeksAgo: 60);
        await ProjectAsync();

        var between = await AskAsync((ITieReader ties) =>
            ties.BetweenAsync(ana.Id, ben.Id, WarmPath.WeakestLevel(Week.MondayOf(Clock.GetUtcNow())), 10, default));

        Assert.Equivalent(
            new[] { (ana, cleo), (dan, ben), (dan, cleo), (eve, ana) }.Select(pair => Tie.Pair(pair.Item1.Id, pair.Item2.Id)),
            between.Select(tie => (tie.FirstPersonId, tie.SecondPersonId)),
            strict: true);
    }

    [SkippableFact]
    public async Task Of_the_same_two_people_one_introduction_is_open_at_a_time()
    {
        var (asker, target) = (NewId(), NewId());
        var first = Introduction();
        await CommitAsync((IIntroductionStore introductions) => introductions.Add(first));
        await Assert.ThrowsAsync<ConflictException>(() =>
            CommitAsync((IIntroductionStore introductions) => introductions.Add(Introduction())));

        await CommitAsync(async (IIntroductionStore introductions) =>
            (await introductions.FindAsync(first.Id, default))!.Close(IntroductionState.Declined));
        await CommitAsync((IIntroductionStore introductions) => introductions.Add(Introduction()));

        Assert.Equal(
            2,
            (await AskAsync((IIntroductionStore introductions) => introductions.AskedByAsync(asker, Clock.GetUtcNow(), default))).Count);
        Assert.Empty(
            await AskAsync(
                (IIntroductionStore introductions) => introductions.AskedByAsync(asker, Clock.GetUtcNow().AddSeconds(1), default)));

        Introduction Introduction()
        {
            var introduction = new Introduction
            {
                Id = NewId(),
                OrganisationId = Organisation.Id,
                WorkspaceId = Workspace.Id,
                AskerId = asker,
                TargetId = target,
                ConnectorId = NewId(),
                Reason = "",
                AskedAt = Clock.GetUtcNow(),
            };
            introduction.Ask(Clock.GetUtcNow().AddDays(7));
            return introduction;
        }
    }

    [SkippableFact]
    public async Task An_answer_to_what_somebody_else_answered_first_is_a_conflict()
    {
        var introduction = new Introduction
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            AskerId = NewId(),
            TargetId = NewId(),
            ConnectorId = NewId(),
            Reason = "",
            AskedAt = Clock.GetUtcNow(),
        };
        introduction.Ask(Clock.GetUtcNow().AddDays(7));
        await CommitAsync((IIntroductionStore introductions) => introductions.Add(introduction));

        await Assert.ThrowsAsync<ConflictException>(() => CommitAsync(async (IIntroductionStore slow) =>
        {
            var read = (await slow.FindAsync(introduction.Id, default))!;
            await CommitAsync(async (IIntroductionStore fast) =>
                (await fast.FindAsync(introduction.Id, default))!.Close(IntroductionState.Declined));
            read.Agree();
            read.Ask(Clock.GetUtcNow().AddDays(7));
        }));

        Assert.Equal(
            (IntroductionState.Declined, 0),
            (await AskAsync((IIntroductionStore introductions) => introductions.FindAsync(introduction.Id, default))) is { } kept
                ? (kept.State, kept.Agreed)
                : default);
    }

    [SkippableFact]
    public async Task An_old_tie_stands_behind_a_new_one_of_the_same_making()
    {
        var (ana, old, recent) = (NewId(), NewId(), NewId());
        await RecordAsync(old, ana, weeksAgo: 10);
        await RecordAsync(recent, ana, weeksAgo: 0);
        await ProjectAsync();

        var read = await AskAsync((ITieReader ties) => ties.StrongestAsync(ana, 10, default));

        Assert.Equal([recent, old], read.Select(tie => tie.OtherThan(ana)));
    }

    [SkippableFact]
    public async Task What_happened_with_anybody_since_a_moment_is_read_with_its_departments_and_without_what_was_taken_back()
    {
        var (ana, ben) = (NewId(), NewId());
        var given = NewExchange(ana);
        var takenBack = NewExchange(ana);
        var received = To(ana, ben);
        await CommitAsync((ILedger ledger) =>
            new[]
            {
                given,
                received,
                takenBack,
                takenBack.CreateCorrection(Clock.GetUtcNow()),
                NewExchange(ana, occurredAt: Clock.GetUtcNow().AddDays(-9)),
                NewExchange(ben)
            }
            .ToList().ForEach(ledger.Record));

        var deeds = await AskAsync((IBalanceReader balances) => balances.GetHistorySinceAsync(ana, Clock.GetUtcNow().AddDays(-8), default));

        Assert.Equivalent(new[] { given.Id, received.Id }, deeds.Select(entry => entry.Id), strict: true);
        Assert.Equal(
            (ben, received.FromDepartmentId),
            deeds.Where(entry => !entry.IsMine).Select(entry => (entry.OtherId, entry.OtherDepartmentId)).Single());
    }

    private Task RecordAsync(Guid from, Guid to, int weeksAgo) =>
        CommitAsync((ILedger ledger) => ledger.Record(To(to, from, Clock.GetUtcNow().AddDays(-7 * weeksAgo))));

    private Task ProjectAsync() => Store.Services.GetRequiredService<Projector>().DrainAsync(null, default);

    private Exchange To(Guid to, Guid from, DateTimeOffset? at = null) => new()
    {
        Id = NewId(),
        OrganisationId = Organisation.Id,
        ActId = NewId(),
        Kind = ExchangeKind.Help,
        FromPersonId = from,
        FromDepartmentId = NewId(),
        ToPersonId = to,
        Note = "",
        Values = [],
        Visibility = Visibility.Public,
        OccurredAt = at ?? Clock.GetUtcNow(),
        RecordedAt = Clock.GetUtcNow(),
        Source = "test",
    };

    public sealed class On_SQLite(SqliteDatabase database) : TieReaderContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : TieReaderContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : TieReaderContract(database), IClassFixture<SqlServerDatabase>;
}
