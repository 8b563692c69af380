using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>
/// Empties the outbox: woken by each commit of this host, and by a sweep for what was left behind. Only the oldest open message
/// of a conversation may leave, so order is kept; it is leased before it is sent, so that two hosts never send the same one knowingly.
/// </summary>
internal sealed partial class OutboxSender(
    OrganisationScope organisations, OutboxDispatcher dispatch, IEnumerable<IChatPlatform> platforms, WorkspaceRegistry workspaces,
        OutboxSignal signal,
    IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxSender> logger) : BackgroundService
{
    private const int Page = 200;
    private const int AtOnce = 8;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly MessageRateLimiter rateLimiter = new(clock);
    private readonly Dictionary<string, DateTimeOffset> waitingConversations = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, DateTimeOffset> waitingWorkspaces = [];
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> pausedWorkspaces = new();

    /// <summary>Every workspace that this host writes to has used up what its platform allows for now.</summary>
    private bool EverybodyWaits => waitingWorkspaces.Count > 0 && workspaces.KnownIds.All(waitingWorkspaces.ContainsKey);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var pause = await SendAllAsync(stoppingToken);
                if (EverybodyWaits)
                {
                    // Whatever is committed meanwhile has to wait as well.
                    await Task.Delay(pause, clock, stoppingToken);
                    continue;
                }

                await signal.WaitAsync(pause, clock, stoppingToken);

                // The machine's time: under load one look at the table serves many commits.
                await Task.Delay(Gathering, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is left is in the outbox.
        }
    }

    /// <summary>Sends what is due and says how long nothing else will be.</summary>
    private async Task<TimeSpan> SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await SendDueAsync(cancellationToken) > 0)
            {
            }

            return UntilSomethingIsReady(options.Value.Sweep);
        }
#pragma warning disable CA1031 // A database that is away for a moment must not end sending for good; the sweep tries again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.SweepFailed(logger, exception);
            return options.Value.Sweep;
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Forget(waitingConversations, now);
        Forget(waitingWorkspaces, now);
        foreach (var (workspace, until) in pausedWorkspaces.Where(paused => paused.Value > now))
        {
            waitingWorkspaces[workspace] = until;
        }

        if (EverybodyWaits)
        {
            return 0;
        }

        var ready = await organisations.AcrossAsync(
            (OutboxStore outbox, CancellationToken token) => ReadyAsync(outbox, now, token),
            cancellationToken);
        var leased = await LeaseAsync(ready, now, cancellationToken);

        // What was taken is sent to the end even when the host is asked to stop: half an answer is worth less than a second.
        await Parallel.ForEachAsync(leased, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (message, _) =>
        {
            if (PausedUntil(message.WorkspaceId) is { } until)
            {
                await dispatch.PutBackAsync(message, until, CancellationToken.None);
            }
            else if (await dispatch.SendAsync(message, CancellationToken.None) is { } pause)
            {
                pausedWorkspaces[message.WorkspaceId] = clock.GetUtcNow() + pause;
            }
        });
        return leased.Count;
    }

    private async Task<List<OutboxMessage>> ReadyAsync(OutboxStore outbox, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<OutboxMessage> ready = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ready.Count == 0)
        {
            var page = await outbox.OldestOpenAsync([.. waitingConversations.Keys], [.. waitingWorkspaces.Keys], Page, cancellationToken);
            foreach (var message in page.Where(message => seen.Add(message.Conversation)))
            {
                if (await IsReadyAsync(message, now, cancellationToken))
                {
                    ready.Add(message);
                }
            }

            if (page.Count < Page)
            {
                break;
            }
        }

        return ready;
    }

    /// <summary>Since this batch began a message of the workspace may have been refused for all of them.</summary>
    private DateTimeOffset? PausedUntil(Guid workspaceId) =>
        pausedWorkspaces.TryGetValue(workspaceId, out var until) && until > clock.GetUtcNow() ? until : null;

    private async ValueTask<bool> IsReadyAsync(OutboxMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (waitingWorkspaces.ContainsKey(message.WorkspaceId))
        {
            return false;
        }

        var notBefore = message.Status is OutboxStatus.Sending ? message.LeasedUntil!.Value : message.NotBefore;
        if (notBefore > now)
        {
            waitingConversations[message.Conversation] = notBefore;
            return false;
        }

        if (await workspaces.FindAsync(message.WorkspaceId, cancellationToken) is not { } workspace
            || platforms.FirstOrDefault(platform => platform.Name == workspace.Platform) is not { } platform)
        {
            // Its platform is switched off on this host. The message waits; another host, or a later start, may have it.
            waitingWorkspaces[message.WorkspaceId] = now + options.Value.Lease;
            return false;
        }

        return TryTakePlace(message, platform.RateLimit, now);
    }

    private bool TryTakePlace(OutboxMessage message, RateLimit rateLimit, DateTimeOffset now)
    {
        var workspace = $"workspace:{message.WorkspaceId:N}";
        if (rateLimiter.ReadyAt(workspace, rateLimit.PerSecond, rateLimit.Burst) is var workspaceReady && workspaceReady > now)
        {
            waitingWorkspaces[message.WorkspaceId] = workspaceReady;
            return false;
        }

        if (rateLimiter.ReadyAt(message.Conversation, rateLimit.PerConversation, rateLimit.ConversationBurst) is var conversationReady
            && conversationReady > now)
        {
            waitingConversations[message.Conversation] = conversationReady;
            return false;
        }

        rateLimiter.Take(workspace, rateLimit.PerSecond);
        rateLimiter.Take(message.Conversation, rateLimit.PerConversation);
        return true;
    }

    private async Task<List<OutboxMessage>> LeaseAsync(
        List<OutboxMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        List<OutboxMessage> leased = [];
        foreach (var ofOrganisation in messages.GroupBy(message => message.OrganisationId))
        {
            try
            {
                await organisations.CommitAsync(
                    ofOrganisation.Key,
                    (OutboxStore outbox) =>
                    {
                        foreach (var message in ofOrganisation)
                        {
                            outbox.Attach(message);
                            message.Lease(now, options.Value.Lease);
                        }
                    },
                    cancellationToken);
                leased.AddRange(ofOrganisation);
            }
            catch (ConflictException)
            {
                // Another host took one of them, or somebody took it back. The next look at the table tells which are left.
                foreach (var message in ofOrganisation)
                {
                    waitingConversations[message.Conversation] = now + TimeSpan.FromMilliseconds(Random.Shared.Next(50, 500));
                }
            }
        }

        return leased;
    }

    private TimeSpan UntilSomethingIsReady(TimeSpan atMost)
    {
        var now = clock.GetUtcNow();
        var first = waitingConversations.Values.Concat(waitingWorkspaces.Values).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var wait = first - now;
        return wait < atMost ? TimeSpan.FromTicks(Math.Max(wait.Ticks, TimeSpan.TicksPerMillisecond)) : atMost;
    }

    private static void Forget<TKey>(Dictionary<TKey, DateTimeOffset> waiting, DateTimeOffset now)
        where TKey : notnull
    {
        foreach (var (key, _) in waiting.Where(entry => entry.Value <= now).ToList())
        {
            waiting.Remove(key);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Looking for messages to send failed; the next sweep tries again")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
