using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Outbox;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// Keeps all calls below Teams' limit of 50 per second for an app and tenant:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-app-per-tenant-limit
/// </summary>
public sealed class ConnectorRateLimiter(IOptions<TeamsOptions> options, TimeProvider clock)
{
    /// <summary>A burst of ten and a steady forty never exceed fifty in one second.</summary>
    private const int Burst = 10;

    private readonly Lock gate = new();
    private readonly MessageRateLimiter rateLimiter = new(clock);

    /// <summary>Waits for a permit.</summary>
    public async Task WaitAsync(string tenantId, CancellationToken cancellationToken)
    {
        while (TryTake(tenantId) is { } pause)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    /// <summary>Returns null when a permit was taken, otherwise how long to wait before the next try.</summary>
    private TimeSpan? TryTake(string tenantId)
    {
        lock (gate)
        {
            var wait = rateLimiter.ReadyAt(tenantId, options.Value.RequestsPerSecond, Burst) - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                return wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
            }

            rateLimiter.Take(tenantId, options.Value.RequestsPerSecond);
            return null;
        }
    }
}
