using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Outbox.Failures;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>Tells the helper when a colleague can't be asked whether they were helped.</summary>
public sealed class HelpClaimFailureHandler(IHelpClaimStore claims, IPeopleDirectory directory, OutboxWriter outboxWriter)
    : IDeliveryFailureHandler
{
    /// <inheritdoc />
    public bool Handles(string purpose) => purpose == HelpedCommand.Purpose;

    /// <inheritdoc />
    public async Task HandleAsync(FailedDelivery failed, CancellationToken cancellationToken)
    {
        if (failed.Message.ActId is not { } claimId || await claims.FindAsync(claimId, cancellationToken) is not { SettledAt: null } claim)
        {
            return;
        }

        var people = await directory.GetPeopleAsync([claim.HelperId, claim.HelpedId], cancellationToken);
        await outboxWriter.ToPeopleAsync(
            failed.Workspace,
            [people.First(person => person.Id == claim.HelperId)],
            HelpedMessages.NotReached(people.First(person => person.Id == claim.HelpedId)),
            DeliveryFailureRouter.Notice,
            claim.Id,
            cancellationToken);
    }
}
