using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Chat.Outbox.Failures;

/// <summary>Tells the people who can do something about it that a post was given up. The caller commits.</summary>
public sealed class DeliveryFailureRouter(
    IEnumerable<IDeliveryFailureHandler> handlers,
    UnusableChannelNotifier channels,
    OutboxStore outbox,
    OutboxWriter outboxWriter,
    Inbox inbox,
    IPeopleDirectory directory)
{
    /// <summary>The purpose of notices about failures. If such a notice fails, nothing more happens.</summary>
    public const string Notice = "delivery.failed";

    /// <summary>Lets the feature decide and tells the author. Also tells the administrators if the channel can't be used.</summary>
    public async Task HandleAsync(OutboxMessage message, Workspace workspace, bool isAboutChannel, CancellationToken cancellationToken)
    {
        if (message.Operation is not OutboxOperation.Post || message.Purpose == Notice)
        {
            return;
        }

        var channel = (JsonSerializer.Deserialize(message.Destination, ChatJson.Readable.Destination) as Destination.ToChannel)?.Channel;
        if (channel is not null && isAboutChannel)
        {
            await channels.NotifyAsync(workspace, channel, message.LastError ?? "", cancellationToken);
        }

        await TakeTurnAsync(message, workspace, cancellationToken);
        var failed = new FailedDelivery(message, workspace, channel);
        foreach (var handler in handlers.Where(handler => handler.Handles(message.Purpose)))
        {
            await handler.HandleAsync(failed, cancellationToken);
        }

        await NotifyAuthorAsync(message, workspace, cancellationToken);
    }

    /// <summary>
    /// Handles two posts of one act that fail at the same time one after the other: both claim the same turn, so one of them starts again
    /// and sees that the other was given up.
    /// </summary>
    private async Task TakeTurnAsync(OutboxMessage message, Workspace workspace, CancellationToken cancellationToken)
    {
        if (message.ActId is { } actId)
        {
            var turn = (await outbox.PostsOfActAsync(actId, cancellationToken)).Count(post => post.Status is OutboxStatus.Dead);
            await inbox.TryClaimAsync(workspace, [$"given-up:{actId:N}:{turn}"], cancellationToken);
        }
    }

    private async Task NotifyAuthorAsync(OutboxMessage message, Workspace workspace, CancellationToken cancellationToken)
    {
        if (message is not { AuthorId: { } authorId, PersonId: { } receiverId })
        {
            return;
        }

        var people = await directory.GetPeopleAsync([authorId, receiverId], cancellationToken);
        if (people.FirstOrDefault(person => person.Id == authorId) is { } author
            && people.FirstOrDefault(person => person.Id == receiverId) is { } receiver)
        {
            await outboxWriter.ToPeopleAsync(
                workspace,
                [author],
                DeliveryMessages.NotReached(receiver),
                Notice,
                message.ActId,
                cancellationToken);
        }
    }
}
