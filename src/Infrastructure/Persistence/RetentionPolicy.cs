using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Infrastructure.Persistence;

/// <summary>
/// Removes what is no longer needed: drafts that nobody came back to, ways into the dashboard that are over, keys of deliveries that no
/// platform repeats any more, emoji long forgotten, rounds of coffees of years ago, and outgoing messages that were settled long ago or
/// waited in vain for an account. The ledger is not touched. docs/what-we-store.md tells people these times.
/// </summary>
public sealed class RetentionPolicy(RelateDbContext context, TimeProvider clock)
{
    /// <summary>For how long a repeat of a delivery is recognised; platforms stop repeating within hours.</summary>
    public static readonly TimeSpan Deliveries = TimeSpan.FromDays(30);

    /// <summary>For how long a message that was sent can still be changed, for example when somebody seconds it.</summary>
    public static readonly TimeSpan Messages = TimeSpan.FromDays(90);

    /// <summary>For how long a second emoji on the same message is known to be one.</summary>
    public static readonly TimeSpan Reactions = TimeSpan.FromDays(30);

    /// <summary>For how long it is known what somebody was prompted with; the same words may come again long before.</summary>
    public static readonly TimeSpan Prompts = TimeSpan.FromDays(180);

    /// <summary>For how long it is known who was put together for a coffee; Pairing:NoRepeatWeeks is never longer.</summary>
    public static readonly TimeSpan Pairings = TimeSpan.FromDays(730);

    /// <summary>Returns how many rows are gone.</summary>
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
                .Where(message => message.SettledAt < messagesUntil || (message.Status == OutboxStatus.Waiting && message.NotAfter < now))
                .ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Section <c>Retention</c>: how long something is kept that nobody needs any more.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>For how long the data of an organisation stays after its last workspace removed the app.</summary>
    public TimeSpan AfterUninstall { get; set; } = TimeSpan.FromDays(90);
}
