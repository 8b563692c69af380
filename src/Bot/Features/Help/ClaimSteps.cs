using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Help;

/// <summary>Counts reported help that the receiver didn't dispute in time.</summary>
public sealed class ClaimSteps(IHelpClaimStore claims, HelpClaimLifecycle given) : IDueWork
{
    /// <inheritdoc />
    public async Task DoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await claims.FindAsync(id, cancellationToken) is { } claim)
        {
            given.TryAutoConfirm(claim);
        }
    }
}
