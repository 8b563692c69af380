using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Plans an organisation's round when it has begun and isn't planned yet.</summary>
public sealed class CoffeePlanning(PairingRoundPlanner plan) : IDueWork
{
    /// <inheritdoc />
    public Task DoAsync(Guid id, CancellationToken cancellationToken) => plan.TryPlanAsync(id, cancellationToken);
}
