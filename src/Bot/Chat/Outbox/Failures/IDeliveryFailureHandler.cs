using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox.Failures;

/// <summary>
/// Decides what a feature does when one of its posts is given up: ask someone else, or tell the author. What it writes is committed
/// together with the failure. It may run again after a conflict.
/// </summary>
public interface IDeliveryFailureHandler
{
    /// <summary>
    /// True for the purposes of the posts that it handles. Never for its own notices: a failed notice must not cause another.
    /// </summary>
    bool Handles(string purpose);

    /// <summary>Decides what happens next and puts it into the outbox.</summary>
    Task HandleAsync(FailedDelivery failed, CancellationToken cancellationToken);
}

/// <summary>A post that will not be tried again.</summary>
/// <param name="Message">The message that was given up.</param>
/// <param name="Workspace">The workspace through which it was to be sent.</param>
/// <param name="Channel">The channel it was for; null when it was for a person or a group.</param>
public sealed record FailedDelivery(OutboxMessage Message, Workspace Workspace, string? Channel);
