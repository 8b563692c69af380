using RelateBot.Bot.Chat;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>Keeps one person's taps to what a hand can do, so that a client gone wild holds up nobody else.</summary>
public sealed class TapPace(TimeProvider clock)
{
    private const double PerSecond = 2;
    private const int Burst = 20;

    private readonly Lock gate = new();
    private readonly PaceKeeper pace = new(clock);

    /// <summary>False when it is too much at once.</summary>
    public bool TryTake(Workspace workspace, string account)
    {
        lock (gate)
        {
            var key = $"{workspace.Id:N}:{account}";
            if (pace.ReadyAt(key, PerSecond, Burst) > clock.GetUtcNow())
            {
                return false;
            }

            pace.Take(key, PerSecond);
            return true;
        }
    }
}
