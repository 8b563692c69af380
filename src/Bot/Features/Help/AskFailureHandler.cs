using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Outbox.Failures;
using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Deliveries;

namespace RelateBot.Bot.Features.Help;

/// <summary>
/// Handles asks that couldn't be posted or didn't reach the person: asks others, or tells the asker that no one has it.
/// </summary>
public sealed class AskFailureHandler(AskReader reader, AskNotifier notifier, OutboxStore outbox, OutboxWriter outboxWriter)
    : IDeliveryFailureHandler
{
    /// <inheritdoc />
    public bool Handles(string purpose) => purpose is AskNotifier.Posted or AskNotifier.AskedOf;

    /// <inheritdoc />
    public async Task HandleAsync(FailedDelivery failed, CancellationToken cancellationToken)
    {
        if (failed.Message.ActId is not { } askId
            || await reader.FindAsync(askId, cancellationToken) is not { Ask.IsActive: true, Helpers.IsEmpty: true } details)
        {
            // The ask is closed, or someone is helping: there is nothing to tell the asker.
            return;
        }

        if (failed.Channel is { } channel)
        {
            var told = await notifier.AskPeopleInsteadAsync(failed.Workspace, details, cancellationToken);
            if (told > 0 || !await notifier.IsSeenAsync(details, cancellationToken))
            {
                await NotifyAskerAsync(failed, details, AskedMessages.ChannelFailed(details, channel, told), cancellationToken);
            }
        }
        else if (!await notifier.IsSeenAsync(details, cancellationToken))
        {
            await NotifyAskerAsync(failed, details, AskedMessages.NobodyReached(details), cancellationToken);
        }
    }

    /// <summary>Corrects the first answer too, where the platform can change it.</summary>
    private async Task NotifyAskerAsync(
        FailedDelivery failed, AskDetails details, ChatMessage message, CancellationToken cancellationToken)
    {
        foreach (var answer in (await outbox.PostsOfActAsync(details.Ask.Id, cancellationToken)).Where(post =>
            post.Purpose == OutboxWriter.Answer))
        {
            outboxWriter.Replace(answer, AskedMessages.NotPassedOn(details, failed.Channel));
        }

        await notifier.NotifyAskerAsync(failed.Workspace, details, message, cancellationToken);
    }
}
