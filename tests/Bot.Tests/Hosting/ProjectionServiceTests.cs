using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Bot.Hosting;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Hosting;

public sealed class ProjectionServiceTests
{
    private readonly FakeTimeProvider clock = new(TestTime.Start);

    [Fact]
    public async Task The_host_follows_the_ledger_as_time_goes_on()
    {
        await using var store = await TemporaryStore.CreateAsync(clock);
        using var service = Service(store);
        await service.StartAsync(CancellationToken.None);

        await RecordAsync(store);
        await BacklogIsEmptyAsync(store);
        await RecordAsync(store);
        await BacklogIsEmptyAsync(store);

        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_database_that_fails_is_tried_again()
    {
        var failing = new FailingCommitter();
        await using var store = await TemporaryStore.CreateAsync(clock, services => services.AddSingleton<ICommitter>(failing));
        await RecordAsync(store);
        failing.Failures = 2;
        using var service = Service(store);

        await service.StartAsync(CancellationToken.None);
        await BacklogIsEmptyAsync(store);

        Assert.Equal(0, failing.Failures);
        await service.StopAsync(CancellationToken.None);
    }

    private ProjectionService Service(TemporaryStore store) =>
        new(store.Services.GetRequiredService<Projector>(), clock, NullLogger<ProjectionService>.Instance);

    /// <summary>Moves the clock on until everything is projected.</summary>
    private async Task BacklogIsEmptyAsync(TemporaryStore store)
    {
        while (await store.Services.GetRequiredService<Projector>().CountBacklogAsync(CancellationToken.None) > 0)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private Task RecordAsync(TemporaryStore store) => store.InScopeAsync(async scoped =>
    {
        var now = clock.GetUtcNow();
        scoped.GetRequiredService<ILedger>().Record(new Exchange
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = store.Organisation.Id,
            ActId = Guid.CreateVersion7(now),
            Kind = ExchangeKind.Help,
            FromPersonId = Guid.CreateVersion7(now),
            Note = "", Values = [], Visibility = Visibility.Public, OccurredAt = now, RecordedAt = now, Source = "test",
        });
        await scoped.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
        return true;
    });

    private sealed class FailingCommitter : ICommitter
    {
        public int Failures { get; set; }

        public async Task CommitAsync(RelateDbContext context, CancellationToken cancellationToken)
        {
            if (Failures > 0)
            {
                Failures--;
                throw new TimeoutException("The database is away.");
            }

            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
