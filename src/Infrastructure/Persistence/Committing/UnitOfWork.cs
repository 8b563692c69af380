using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>The transaction of a scope: changes, the delivery key and outgoing messages are committed together.</summary>
public sealed class UnitOfWork(
    RelateDbContext context,
    ICommitter committer,
    OutboxSignal outbox,
    IncompleteAccountSignal newcomers,
    DirectorySyncSignal directories,
    HomePageRefreshQueue homes)
    : IAsyncDisposable
{
    private bool isReading;

    /// <summary>Keeps one connection open for the reads that follow. The commit, or the end of the scope, closes it.</summary>
    public async Task BeginReadingAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        isReading = true;
    }

    /// <summary>Commits all changes and wakes the workers that continue from them.</summary>
    /// <exception cref="ConflictException">Another commit was first. Nothing is saved.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.DetectChanges();
        var sends = context.Outbox.Local.Any(message => message.SettledAt is null);
        var meets = context.ChangeTracker
            .Entries<Identity>()
            .Any(identity => identity is { State: EntityState.Added or EntityState.Modified, Entity.NeedsProfile: true })
            || context.ChangeTracker
                .Entries<DepartmentGroup>()
                .Any(group => group is { State: EntityState.Added or EntityState.Modified, Entity.NeedsMembers: true });
        var reads = context.DirectorySyncs.Local.Any(sync => sync.Stage is not DirectoryStage.Idle);
        var changes = ChangedHomes();
        await committer.CommitAsync(context, cancellationToken);
        if (sends)
        {
            outbox.Set();
        }

        if (meets)
        {
            newcomers.Set();
        }

        if (reads)
        {
            directories.Set();
        }

        foreach (var change in changes)
        {
            homes.Add(change);
        }
    }

    /// <summary>Resets the connection count: the context returns to its pool, and EF Core doesn't reset it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isReading)
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private HashSet<HomePageChange> ChangedHomes() => context.ChangeTracker.Entries()
        .Where(entry => entry.State is not EntityState.Unchanged)
        .SelectMany(entry => entry.Entity switch
        {
            Exchange exchange => HomePageChange.For(exchange),
            Ask ask => [HomePageChange.For(ask)],
            AskHelper helper => [HomePageChange.For(helper)],
            FocusPerson focus => [HomePageChange.For(focus)],
            PairingMember member => [HomePageChange.For(member)],
            PairingSeat { NextStep: not PairingStep.Tell } seat => [HomePageChange.For(seat)],
            _ => [],
        })
        .ToHashSet();
}
