using Microsoft.EntityFrameworkCore;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// Deletes what is no longer needed: abandoned drafts, ended dashboard visits, old delivery keys, old reactions, old coffee rounds and
/// outgoing messages that were settled long ago. The ledger isn't changed. These times are documented in docs/what-we-store.md.
/// </summary>
public sealed class RetentionPolicy(RelateDbContext context, TimeProvider clock)
{
    /// <summary>How long a repeated delivery is recognised. Platforms stop repeating within hours.</summary>
    public static readonly TimeSpan Deliveries = TimeSpan.FromDays(30);

    /// <summary>How long a sent message can still be changed, for example when someone seconds it.</summary>
    public static readonly TimeSpan Messages = TimeSpan.FromDays(90);

    /// <summary>How long a repeated emoji on the same message is recognised.</summary>
    public static readonly TimeSpan Reactions = TimeSpan.FromDays(30);

    /// <summary>How long sent prompts are kept. Their texts can be repeated much earlier.</summary>
    public static readonly TimeSpan Prompts = TimeSpan.FromDays(180);

    /// <summary>How long coffee matches are kept. Pairing:NoRepeatWeeks is never longer.</summary>
    public static readonly TimeSpan Pairings = TimeSpan.FromDays(730);

    /// <summary>Deletes what has expired.</summary>
    /// <returns>The number of deleted rows.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (deliveriesUntil, reactionsUntil, messagesUntil, promptsUntil) = (
            now - Deliveries,
            now - Reactions,
            now - Messages,
            now - Prompts);
        var roundsUntil = DateOnly.FromDateTime((now - Pairings).UtcDateTime);
        return await context.DashboardVisits
            .IgnoreQueryFilters()
            .Where(visit => visit.ExpiresAt < now)
            .ExecuteDeleteAsync(cancellationToken)
            + await context.Drafts.IgnoreQueryFilters().Where(draft => draft.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken)
            + await context.Deliveries
                .IgnoreQueryFilters()
                .Where(delivery => delivery.ReceivedAt < deliveriesUntil)
                .ExecuteDeleteAsync(cancellationToken)
            + await context.Reactions
                .IgnoreQueryFilters()
                .Where(reaction => reaction.ChangedAt < reactionsUntil)
                .ExecuteDeleteAsync(cancellationToken)
            + await context.Prompts.IgnoreQueryFilters().Where(prompt => prompt.SentAt < promptsUntil).ExecuteDeleteAsync(cancellationToken)
            + await context.PairingSeats.IgnoreQueryFilters().Where(seat => seat.Round < roundsUntil).ExecuteDeleteAsync(cancellationToken)
            + await context.PairingGroups
                .IgnoreQueryFilters()
                .Where(group => group.Round < roundsUntil)
                .ExecuteDeleteAsync(cancellationToken)
            + await context.PairingRounds.IgnoreQueryFilters().Where(round => round.Day < roundsUntil).ExecuteDeleteAsync(cancellationToken)
            + await context.Outbox
                .IgnoreQueryFilters()
                .Where(message => message.SettledAt < messagesUntil)
                .ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Section <c>Retention</c>: how long data is kept that is no longer needed.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How long an organisation's data is kept after the app was removed from its last workspace.</summary>
    public TimeSpan AfterUninstall { get; set; } = TimeSpan.FromDays(90);
}
