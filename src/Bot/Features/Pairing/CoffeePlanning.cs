using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Plans the round of an organisation when one has begun and is not planned yet.</summary>
public sealed class CoffeePlanning(PairingRoundPlanner plan) : IDueWork
{
    /// <inheritdoc />
    public Task DoAsync(Guid id, CancellationToken cancellationToken) => plan.TryPlanAsync(id, cancellationToken);
}
