using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Takes the step that a group is due for, and tells its people.</summary>
public sealed class CoffeeSteps(IPairings pairings, PairingLife life, CoffeePost post) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await pairings.FindAsync(id, cancellationToken) is { } details)
        {
            await post.TellAsync(details, await life.StepAsync(details, cancellationToken), cancellationToken);
        }
    }
}
