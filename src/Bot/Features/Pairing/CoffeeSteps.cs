using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Takes the step that a group is due for, and tells its people.</summary>
public sealed class CoffeeSteps(IPairingStore pairings, PairingLifecycle life, PairingNotifier post) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await pairings.FindAsync(id, cancellationToken) is { } details)
        {
            await post.NotifyAsync(details, await life.RunDueStepAsync(details, cancellationToken), cancellationToken);
        }
    }
}
