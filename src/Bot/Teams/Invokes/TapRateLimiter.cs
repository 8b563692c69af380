using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>Limits the taps of each person, so that a faulty client doesn't slow down others.</summary>
public sealed class TapRateLimiter(TimeProvider clock)
{
    private const double PerSecond = 2;
    private const int Burst = 20;

    private readonly Lock gate = new();
    private readonly MessageRateLimiter rateLimiter = new(clock);

    /// <summary>False when the person taps too fast.</summary>
    public bool TryTake(Workspace workspace, string account)
    {
        lock (gate)
        {
            var key = $"{workspace.Id:N}:{account}";
            if (rateLimiter.ReadyAt(key, PerSecond, Burst) > clock.GetUtcNow())
            {
                return false;
            }

            rateLimiter.Take(key, PerSecond);
            return true;
        }
    }
}
