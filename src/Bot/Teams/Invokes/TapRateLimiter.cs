using RelateBot.Bot.Chat.Outbox;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>Keeps one person's taps to what a hand can do, so that a client gone wild holds up nobody else.</summary>
public sealed class TapRateLimiter(TimeProvider clock)
{
    private const double PerSecond = 2;
    private const int Burst = 20;

    private readonly Lock gate = new();
    private readonly MessageRateLimiter rateLimiter = new(clock);

    /// <summary>False when it is too much at once.</summary>
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
