using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Runs the next scheduled step of a pairing group and notifies its people.</summary>
public sealed class CoffeeSteps(IPairingStore pairings, PairingLifecycle lifecycle, PairingNotifier notifier) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await pairings.FindAsync(id, cancellationToken) is { } details)
        {
            await notifier.NotifyAsync(details, await lifecycle.RunDueStepAsync(details, cancellationToken), cancellationToken);
        }
    }
}
