using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Infrastructure.Persistence.Committing;

/// <summary>The scope's one transaction: what happened, the delivery key and the outgoing messages commit together.</summary>
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

    /// <summary>
    /// Keeps one connection open for the reads that follow, rather than one for each; closed by the commit or with the scope.
    /// </summary>
    public async Task BeginReadingAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        isReading = true;
    }

    /// <summary>True when messages are to be sent once it is committed.</summary>
    public bool HasMessages => context.Outbox.Local.Any(message => message.SettledAt is null);

    /// <summary>
    /// Commits all of it and wakes whoever has to go on from there. Throws <see cref="ConflictException"/> when somebody else was first;
    /// nothing is kept then.
    /// </summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.DetectChanges();
        var sends = HasMessages;
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

    /// <summary>The context goes back to its pool, and EF Core does not reset there how often its connection was opened.</summary>
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
