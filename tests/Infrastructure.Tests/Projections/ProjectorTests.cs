using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;
using static RelateBot.Infrastructure.Tests.Projections.History;

namespace RelateBot.Infrastructure.Tests.Projections;

public sealed class ProjectorTests
{
    private static readonly Step.Record Help = new(ExchangeKind.Help, 1, 2, 24);

    [Fact]
    public void Any_history_projected_in_any_steps_and_rebuilt_gives_what_a_recount_gives() =>
        Prop.ForAll(Steps, HistoryAgreesAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public async Task An_entry_without_a_department_moves_no_flow_and_leaves_the_backlog()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await RecordAsync(store, Entry(store.Organisation.Id, Help with { Receiver = 0 }));
        await RecordAsync(store, Entry(store.Organisation.Id, Help with { Giver = 0 }));

        var projected = await Projector(store).ProjectAsync(10, CancellationToken.None);

        Assert.Equal(2, projected);
        Assert.Equal(0, await Projector(store).CountBacklogAsync(CancellationToken.None));
        Assert.Empty(await store.ReadAsync(context => context.Flows.ToListAsync()));
    }

    [Fact]
    public async Task A_correction_counts_out_on_the_day_and_in_the_month_of_what_it_takes_back()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var original = Entry(store.Organisation.Id, Help);
        await RecordAsync(store, original);
        await RecordAsync(store, Entry(store.Organisation.Id, Help));
        await Projector(store).DrainAsync(null, CancellationToken.None);

        await RecordAsync(store, original.CreateCorrection(original.OccurredAt.AddDays(20)));
        await Projector(store).DrainAsync(null, CancellationToken.None);

        var flows = await store.ReadAsync(context => context.Flows.OrderByDescending(flow => flow.Start).ToListAsync());
        Assert.Equal(
            [(FlowSpan.Day, new DateOnly(2026, 1, 2), 1), (FlowSpan.Month, new DateOnly(2026, 1, 1), 1)],
            flows.Select(flow => (flow.Span, flow.Start, flow.Helps)));
    }

    [Fact]
    public async Task A_correction_of_an_earlier_week_leaves_a_tie_as_if_it_had_never_been()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var early = Entry(store.Organisation.Id, Help);
        await RecordAsync(store, early);
        await RecordAsync(store, Entry(store.Organisation.Id, Help with { Hours = 24 * 20 }));
        await Projector(store).DrainAsync(null, CancellationToken.None);
        Assert.Equal(2, Assert.Single(await store.ReadAsync(context => context.Ties.ToListAsync())).Weeks);

        await RecordAsync(store, early.CreateCorrection(early.OccurredAt.AddDays(27)));
        await Projector(store).DrainAsync(null, CancellationToken.None);

        var tie = Assert.Single(await store.ReadAsync(context => context.Ties.ToListAsync()));
        Assert.Equal((1, TieStrength.Saturated(1)), (tie.Weeks, tie.There));
        Assert.Equal(tie.Since, tie.Week);
    }

    [Fact]
    public async Task Of_two_hosts_that_project_the_same_entries_one_meets_a_conflict_and_nothing_counts_twice()
    {
        var gate = new SynchronizingCommitter(2);
        await using var store = await TemporaryStore.CreateAsync(customise: services => services.Decorate(gate));
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await RecordAsync(store, Entry(store.Organisation.Id, Help));
        }

        gate.IsClosed = true;
        var hosts = new[]
        {
            Projector(store).ProjectAsync(3, CancellationToken.None),
            Projector(store).ProjectAsync(4, CancellationToken.None)
        };
        await Assert.ThrowsAsync<ConflictException>(() => Task.WhenAll(hosts));
        gate.IsClosed = false;
        await Projector(store).DrainAsync(null, CancellationToken.None);

        Assert.Equal(1, hosts.Count(host => host.IsFaulted));
        Assert.Equal(
            5,
            Assert.Single(await store.ReadAsync(context => context.Flows.Where(flow => flow.Span == FlowSpan.Month).ToListAsync())).Helps);
    }

    [Fact]
    public async Task Two_hosts_that_count_different_entries_into_one_flow_cannot_overwrite_each_other()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await RecordAsync(store, Entry(store.Organisation.Id, Help));
        await Projector(store).DrainAsync(null, CancellationToken.None);

        await Assert.ThrowsAsync<ConflictException>(() => store.InScopeAsync(async slow =>
        {
            var context = slow.GetRequiredService<RelateDbContext>();
            (await context.Flows.SingleAsync(flow => flow.Span == FlowSpan.Month)).Apply(Entry(store.Organisation.Id, Help));

            await RecordAsync(store, Entry(store.Organisation.Id, Help));
            await Projector(store).DrainAsync(null, CancellationToken.None);

            await slow.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
            return true;
        }));
    }

    [Fact]
    public async Task Starting_over_mends_flows_that_were_damaged()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await RecordAsync(store, Entry(store.Organisation.Id, Help));
        await Projector(store).DrainAsync(null, CancellationToken.None);
        await store.ReadAsync(context =>
            context.Flows.ExecuteUpdateAsync(set => set.SetProperty(flow => flow.Helps, 40).SetProperty(flow => flow.Kudos, 2)));

        await Projector(store).ResetAsync(CancellationToken.None);
        await Projector(store).DrainAsync(null, CancellationToken.None);

        var flow = Assert.Single(await store.ReadAsync(context => context.Flows.Where(flow => flow.Span == FlowSpan.Month).ToListAsync()));
        Assert.Equal((1, 0), (flow.Helps, flow.Kudos));
    }

    [Fact]
    public async Task What_one_projector_had_in_hand_when_another_started_over_counts_once()
    {
        var gate = new SynchronizingCommitter(1);
        await using var store = await TemporaryStore.CreateAsync(customise: services => services.Decorate(gate));
        await RecordAsync(store, Entry(store.Organisation.Id, Help));
        await RecordAsync(store, Entry(store.Organisation.Id, Help with { Kind = ExchangeKind.Thanks }));
        await Projector(store).ProjectAsync(1, CancellationToken.None);

        gate.BeforeCommit = () => Projector(store).ResetAsync(CancellationToken.None);
        await Assert.ThrowsAsync<ConflictException>(() => Projector(store).ProjectAsync(1, CancellationToken.None));
        gate.BeforeCommit = null;
        await Projector(store).DrainAsync(null, CancellationToken.None);

        var flow = Assert.Single(await store.ReadAsync(context => context.Flows.Where(flow => flow.Span == FlowSpan.Month).ToListAsync()));
        Assert.Equal((1, 1), (flow.Helps, flow.Thanks));
    }

    private static async Task<bool> HistoryAgreesAsync(Step[] steps)
    {
        await using var store = await TemporaryStore.CreateAsync();
        var originals = new List<Exchange>();
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Record record:
                    originals.Add(Entry(store.Organisation.Id, record));
                    await RecordAsync(store, originals[^1]);
                    break;
                case Step.TakeBack { Index: var index } when index < originals.Count:
                    await RecordAsync(store, originals[index].CreateCorrection(originals[index].OccurredAt.AddHours(index)));
                    originals.RemoveAt(index);
                    break;
                case Step.Project { AtMost: var atMost }:
                    await Projector(store).ProjectAsync(atMost, CancellationToken.None);
                    break;
                case Step.StartOver:
                    await Projector(store).ResetAsync(CancellationToken.None);
                    break;
                default:
                    break;
            }
        }

        var ledger = await store.ReadAsync(context => context.Exchanges.ToListAsync());
        var expected = (Recount.Of(ledger, TimeZoneInfo.Utc), Recount.TiesOf(ledger));
        await Projector(store).DrainAsync(null, CancellationToken.None);
        var incremental = await ProjectedAsync(store);
        await Projector(store).ResetAsync(CancellationToken.None);
        await Projector(store).DrainAsync(null, CancellationToken.None);
        var rebuilt = await ProjectedAsync(store);
        return incremental == expected && rebuilt == expected;
    }

    private static async Task<(string Flows, string Ties)> ProjectedAsync(TemporaryStore store) => (
        Recount.Of(await store.ReadAsync(context => context.Flows.ToListAsync())),
        Recount.TiesOf(
            await store.ReadAsync(context => context.Ties.ToListAsync()),
            await store.ReadAsync(context => context.TieWeeks.ToListAsync())));

    private static Task<bool> RecordAsync(TemporaryStore store, Exchange entry) => store.InScopeAsync(async scoped =>
    {
        scoped.GetRequiredService<ILedger>().Record(entry);
        await scoped.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });

    private static Projector Projector(TemporaryStore store) => store.Services.GetRequiredService<Projector>();
}
