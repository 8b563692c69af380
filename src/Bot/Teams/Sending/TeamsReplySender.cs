using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Sends answers that only one person sees: in their personal chat, or as a targeted message in a shared conversation.</summary>
public sealed class TeamsReplySender(ConnectorClient connector, TeamsConversationResolver chats, IOptions<TeamsOptions> options)
{
    /// <summary>Tries in this order: replace the card, send to the conversation, send to the personal chat.</summary>
    /// <returns>Where the message is; null for a targeted message in a shared conversation, which isn't changed later.</returns>
    public async Task<SentMessage?> SendAsync(
        Workspace workspace,
        TeamsReplyAddress address,
        Activity message,
        bool replacesCard,
        CancellationToken cancellationToken)
    {
        if (replacesCard && address.Card is { } card
            && await TryAsync(async place =>
            {
                await connector.UpdateAsync(
                    place, address.Conversation, card, Targeted(address, message), address.IsShared, cancellationToken);
                return card;
            }) is { } replaced)
        {
            return Of(replaced);
        }

        if ((!address.IsShared || options.Value.TargetedMessages)
            && await TryAsync(async place =>
                (await connector.SendAsync(
                    place, address.Conversation, Targeted(address, message), address.IsShared, cancellationToken)).Id ?? "") is { } sent)
        {
            return Of(sent);
        }

        var chat = await chats.GetPersonalChatAsync(workspace, address.Person, cancellationToken);
        var inPerson = await connector.SendAsync(chat.Place, chat.Conversation, message, targeted: false, cancellationToken);
        return new SentMessage(chat.Conversation, inPerson.Id ?? "");

        SentMessage? Of(string id) => address.IsShared ? null : new SentMessage(address.Conversation, id);

        async Task<string?> TryAsync(Func<ConnectorAddress, Task<string>> send)
        {
            try
            {
                return await send(new ConnectorAddress(address.ServiceUrl, workspace.ExternalId));
            }
            catch (ConnectorException exception) when (exception.ToPlatformException().IsPermanent)
            {
                // The card or the bot is gone, or the tenant has no targeted messages. Try the next way.
                return null;
            }
        }
    }

    private static Activity Targeted(TeamsReplyAddress address, Activity message) =>
        address.IsShared ? message with { Recipient = new ChannelAccount { Id = address.Account } } : message;
}
