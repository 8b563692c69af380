using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>Sends the outbox's messages to the playground, which stores them in the host's database.</summary>
internal sealed class PlaygroundPlatform(PlaygroundMessageStore messages, Channels channels, ConfiguredChannels configured) : IChatPlatform
{
    public const string PlatformName = "playground";

    /// <summary>The playground's only workspace.</summary>
    public const string Place = "local";

    /// <summary>The bot's own account.</summary>
    public const string BotAccount = "relatebot";

    public string Name => PlatformName;

    public RateLimit RateLimit => RateLimit.Unlimited;

    public async Task<SentMessage> PostAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        switch (message.Destination)
        {
            case Destination.ToPerson person:
                return await PutAsync(message, MessageVisibility.DirectMessagesOf(person.ExternalId), visibleTo: null, cancellationToken);
            case Destination.ToChannel channel:
                return await PutAsync(
                    message,
                    channels.Find(channel.Channel)
                        ?? throw new PlatformException(
                            $"The playground has no channel {channel.Channel}. Name another in {configured.SettingOf(channel.Channel)}.",
                            isPermanent: true)
                        { IsAboutChannel = true },
                    visibleTo: null,
                    cancellationToken);
            case Destination.ToReply reply:
                var address = ReplyAddress.Parse(reply.Address);
                if (reply.ReplacesOriginal && await ReplaceTappedAsync(message, address, cancellationToken) is { } replaced)
                {
                    return replaced;
                }

                var isDirect = address.Conversation == MessageVisibility.DirectMessagesOf(address.Account);
                return await PutAsync(message, address.Conversation, isDirect ? null : address.Account, cancellationToken);
            default:
                throw new InvalidOperationException($"Unknown destination {message.Destination.GetType().Name}.");
        }
    }

    public async Task UpdateAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken)
    {
        if (!await messages.ChangeAsync(
            message.Workspace.OrganisationId,
            Guid.Parse(sent.Id),
            ToJson(message),
            edited: true,
            cancellationToken))
        {
            throw new PlatformException("The message no longer exists.", isPermanent: true);
        }
    }

    public Task DeleteAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken) =>
        messages.RemoveAsync(message.Workspace.OrganisationId, Guid.Parse(sent.Id), cancellationToken);

    public async Task<SentMessage?> FindAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        await messages.FindAsync(message.Workspace.OrganisationId, message.Id, cancellationToken) is { } found ? Sent(found) : null;

    private async Task<SentMessage> PutAsync(
        OutgoingMessage message,
        string conversation,
        string? visibleTo,
        CancellationToken cancellationToken)
    {
        var posted = new PlaygroundMessage
        {
            Id = message.Id,
            OrganisationId = message.Workspace.OrganisationId,
            Conversation = conversation,
            VisibleTo = visibleTo,
            Content = ToJson(message),
            CreatedAt = message.CreatedAt,
        };
        await messages.PutAsync(posted, cancellationToken);
        return Sent(posted);
    }

    // A message that only this person sees is replaced. A message that others also see stays, and the answer is added after it.
    private async Task<SentMessage?> ReplaceTappedAsync(OutgoingMessage message, ReplyAddress address, CancellationToken cancellationToken)
    {
        var organisation = message.Workspace.OrganisationId;
        return address.Tapped is { } tapped
            && await messages.FindAsync(organisation, tapped, cancellationToken) is { } original
            && (original.VisibleTo ?? original.Conversation.TrimStart('@')) == address.Account
            && await messages.ChangeAsync(organisation, tapped, ToJson(message), edited: false, cancellationToken)
                ? Sent(original)
                : null;
    }

    private static SentMessage Sent(PlaygroundMessage message) => new(message.Conversation, message.Id.ToString("N"));

    private static string ToJson(OutgoingMessage message) => JsonSerializer.Serialize(
        message.Kept ?? throw new InvalidOperationException("The message has no content."), ChatJson.Readable.ChatMessage);
}
