using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Outbox;

namespace RelateBot.Bot.Teams.Connector;

/// <summary>
/// Keeps every call, whatever it is for, below the 50 a second that Teams allows an app and a tenant:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-app-per-tenant-limit
/// </summary>
public sealed class ConnectorRateLimiter(IOptions<TeamsOptions> options, TimeProvider clock)
{
    /// <summary>Ten at once and a steady forty make fifty in any second.</summary>
    private const int Burst = 10;

    private readonly Lock gate = new();
    private readonly MessageRateLimiter rateLimiter = new(clock);

    /// <summary>Waits for a place.</summary>
    public async Task WaitAsync(string tenantId, CancellationToken cancellationToken)
    {
        while (TryTake(tenantId) is { } pause)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    /// <summary>Null when the place is taken, else how long to wait before another look.</summary>
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
