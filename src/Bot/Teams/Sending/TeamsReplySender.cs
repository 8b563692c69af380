using Microsoft.Extensions.Options;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Sends answers that only one person sees: in their personal chat, or as a targeted message in a shared conversation.</summary>
public sealed class TeamsReplySender(ConnectorClient connector, TeamsConversationResolver chats, IOptions<TeamsOptions> options)
{
    /// <summary>Tries in this order: replace the card, send to the conversation, send to the personal chat.</summary>
    public async Task SendAsync(
        Workspace workspace,
        TeamsReplyAddress address,
        Activity message,
        bool replacesCard,
        CancellationToken cancellationToken)
    {
        if (replacesCard && address.Card is { } card
            && await TryAsync(place =>
                connector.UpdateAsync(place, address.Conversation, card, Targeted(address, message), address.IsShared, cancellationToken)))
        {
            return;
        }

        if ((!address.IsShared || options.Value.TargetedMessages)
            && await TryAsync(place =>
                connector.SendAsync(place, address.Conversation, Targeted(address, message), address.IsShared, cancellationToken)))
        {
            return;
        }

        var chat = await chats.GetPersonalChatAsync(workspace, address.Person, cancellationToken);
        await connector.SendAsync(chat.Place, chat.Conversation, message, targeted: false, cancellationToken);

        async Task<bool> TryAsync(Func<ConnectorAddress, Task> send)
        {
            try
            {
                await send(new ConnectorAddress(address.ServiceUrl, workspace.ExternalId));
                return true;
            }
            catch (ConnectorException exception) when (exception.ToPlatformException().IsPermanent)
            {
                // The card or the bot is gone, or the tenant has no targeted messages. Try the next way.
                return false;
            }
        }
    }

    private static Activity Targeted(TeamsReplyAddress address, Activity message) =>
        address.IsShared ? message with { Recipient = new ChannelAccount { Id = address.Account } } : message;
}
