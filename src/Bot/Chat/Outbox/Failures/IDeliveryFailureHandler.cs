using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox.Failures;

/// <summary>
/// What a feature does when a post of its is given up for good: asks somebody else, or tells its author. What it writes is committed
/// together with the failure, and it may run again when somebody else commits first.
/// </summary>
public interface IDeliveryFailureHandler
{
    /// <summary>
    /// True for the purposes of posts that it looks after. Never those of its own notices: a notice that fails causes no other.
    /// </summary>
    bool Handles(string purpose);

    /// <summary>Decides what happens now, and puts it into the outbox.</summary>
    Task HandleAsync(FailedDelivery failed, CancellationToken cancellationToken);
}

/// <summary>A post that will not be tried again.</summary>
/// <param name="Message">What it was, given up.</param>
/// <param name="Workspace">Through which workspace it should have gone.</param>
/// <param name="Channel">The channel it was for; null when it was for a person or a group.</param>
public sealed record FailedDelivery(OutboxMessage Message, Workspace Workspace, string? Channel);
