using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.Bot.Chat.Outbox;

/// <summary>
/// Sends the messages in the outbox. Each commit of this host wakes it, and a regular sweep finds messages that were left behind. Only the
/// oldest open message of a conversation may be sent, so their order is kept. A message is leased first, so that two hosts never knowingly
/// send the same one.
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

    /// <summary>True when every workspace that this host writes to has reached its platform's limit for now.</summary>
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
                    // Messages committed in the meantime have to wait too.
                    await Task.Delay(pause, clock, stoppingToken);
                    continue;
                }

                await signal.WaitAsync(pause, clock, stoppingToken);

                // This delay uses real time: under load, one query then serves many commits.
                await Task.Delay(Gathering, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping. Unsent messages stay in the outbox.
        }
    }

    /// <summary>Sends all due messages and returns how long until the next one may be due.</summary>
    private async Task<TimeSpan> SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await SendDueAsync(cancellationToken) > 0)
            {
            }

            return UntilSomethingIsReady(options.Value.Sweep);
        }
#pragma warning disable CA1031 // A short database outage must not stop the sender; the next sweep tries again.
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

        // Leased messages are sent even when the host is asked to stop, so that their outcome is known.
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

    /// <summary>
    /// Returns until when the workspace is paused (UTC); null when it isn't. Another message of this batch may have caused the pause.
    /// </summary>
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
            // The platform is switched off on this host. The message waits for another host or for a later start.
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
                // Another host took one of these messages, or one was withdrawn. The next query shows which are left.
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
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Couldn't look for messages to send; the next sweep will try again")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
