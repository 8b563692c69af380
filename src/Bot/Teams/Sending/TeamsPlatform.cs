using System.Collections.Immutable;
using System.Net;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Sends the outbox's messages to Teams.</summary>
public sealed class TeamsPlatform(
    ConnectorClient connector,
    TeamsConversationResolver chats,
    TeamsReplySender replies,
    ConfiguredChannels channels,
    OrganisationScope organisations) : IChatPlatform
{
    public const string PlatformName = "teams";

    public string Name => PlatformName;

    /// <summary>
    /// A message may need two of the fifty calls per second. A thread allows 1,800 per hour and seven per second:
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
    /// </summary>
    public RateLimit RateLimit { get; } = new(PerSecond: 20, Burst: 10, PerConversation: 0.5, ConversationBurst: 6);

    public ImmutableArray<string> ExtraHelpLines => TeamsMessages.AlsoOffers;

    public string CommandNote => TeamsMessages.CommandNote;

    /// <summary>
    /// A bot can't create group chats here, but people can:
    /// https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
    /// </summary>
    public string? ChatAddress(Workspace workspace, IReadOnlyCollection<Person> people) =>
        people.All(person => person.Email is { Length: > 0 })
        ? $"https://teams.microsoft.com/l/chat/0/0?tenantId={Uri.EscapeDataString(workspace.ExternalId)}&users={string.Join(
            ',',
            people.Select(person => Uri.EscapeDataString(person.Email!)))}"
        : null;

    public Task<SentMessage> PostAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        ConnectorErrors.TranslateAsync(() => message.Destination switch
    {
        Destination.ToPerson person => PostToPersonAsync(message, person.ExternalId, cancellationToken),
        Destination.ToChannel channel => PostToChannelAsync(message, channel.Channel, cancellationToken),
        Destination.ToReply reply =>
            ReplyAsync(message, TeamsReplyAddress.Decode(reply.Address), reply.ReplacesOriginal, cancellationToken),
        var other => throw new InvalidOperationException($"Unknown destination {other.GetType().Name}."),
    });

    public Task UpdateAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken) =>
        ConnectorErrors.TranslateAsync(async () =>
    {
        var chat = await chats.OfAsync(message.Workspace, sent.Conversation, cancellationToken);
        await connector.UpdateAsync(
            chat.Place,
            chat.Conversation,
            sent.Id,
            await DrawAsync(message, cancellationToken),
            targeted: false,
            cancellationToken);
        return sent;
    });

    public Task DeleteAsync(OutgoingMessage message, SentMessage sent, CancellationToken cancellationToken) =>
        ConnectorErrors.TranslateAsync(async () =>
    {
        var chat = await chats.OfAsync(message.Workspace, sent.Conversation, cancellationToken);
        try
        {
            await connector.DeleteAsync(chat.Place, chat.Conversation, sent.Id, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            // The message was deleted by someone else, or earlier by us without a response.
        }
        catch (ConnectorException exception) when (exception.Status is HttpStatusCode.NotImplemented or HttpStatusCode.MethodNotAllowed)
        {
            await connector.UpdateAsync(
                chat.Place,
                chat.Conversation,
                sent.Id,
                TeamsMessages.Withdrawn(),
                targeted: false,
                cancellationToken);
        }

        return sent;
    });

    /// <summary>Always null: Teams can't find a message by anything that the bot knows before it is sent.</summary>
    public Task<SentMessage?> FindAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<SentMessage?>(null);

    private async Task<SentMessage> PostToPersonAsync(OutgoingMessage message, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            var chat = await chats.GetPersonalChatAsync(message.Workspace, externalId, cancellationToken);
            var sent = await connector.SendAsync(
                chat.Place,
                chat.Conversation,
                TeamsMessages.Of(message),
                targeted: false,
                cancellationToken);
            return new SentMessage(chat.Conversation, sent.Id ?? "");
        }
        catch (ConnectorException exception) when (exception.Status is HttpStatusCode.Forbidden)
        {
            await chats.BlockAsync(message.Workspace, externalId, cancellationToken);
            throw;
        }
    }

    /// <summary>Starts a new post. People answer in its thread.</summary>
    private async Task<SentMessage> PostToChannelAsync(OutgoingMessage message, string channel, CancellationToken cancellationToken)
    {
        var chat = await chats.GetChannelAsync(message.Workspace, channel, cancellationToken);
        var thread = new ConversationParameters
        {
            IsGroup = true,
            Bot = BotOf(message.Workspace),
            TenantId = message.Workspace.ExternalId,
            ChannelData = new ChannelData
            {
                Tenant = new ChannelData.TenantOf(message.Workspace.ExternalId),
                Channel = new ChannelData.ChannelOf(chat.Conversation, Name: null)
            },
            Activity = await DrawAsync(message, cancellationToken),
        };
        try
        {
            var begun = await connector.CreateConversationAsync(chat.Place, thread, cancellationToken);
            return new SentMessage(begun.Id ?? chat.Conversation, begun.ActivityId ?? "");
        }
        catch (ConnectorException exception) when (exception.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            throw new PlatformException(
                $"Teams refuses posts in the channel {channel} ({exception.Message}). Add the bot to its team again and let it post "
                    + $"there, or name another in {channels.SettingOf(channel)}.",
                isPermanent: true,
                inner: exception)
            { IsAboutChannel = true };
        }
    }

    private async Task<SentMessage> ReplyAsync(
        OutgoingMessage message,
        TeamsReplyAddress address,
        bool replacesOriginal,
        CancellationToken cancellationToken)
    {
        // A targeted message in a shared conversation isn't changed later.
        return await replies.SendAsync(
            message.Workspace,
            address,
            TeamsMessages.Of(message),
            replacesOriginal || address.CardIsDone,
            cancellationToken) ?? new SentMessage("", "");
    }

    /// <summary>Resolves the Teams ids of the people with their own view of the post.</summary>
    private async Task<Activity> DrawAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var accounts = (message.Content?.PersonalView?.People ?? [])
            .Where(message.Accounts.ContainsKey)
            .Select(person => message.Accounts[person])
            .ToHashSet(StringComparer.Ordinal);
        return accounts.Count == 0
            ? TeamsMessages.Of(message)
            : TeamsMessages.Of(message, await organisations.RunAsync(
                message.Workspace.OrganisationId,
                (TeamsReferenceStore book, CancellationToken token) => book.UserIdsAsync(message.Workspace, accounts, token),
                cancellationToken));
    }

    private static ChannelAccount BotOf(Workspace workspace) => new() { Id = workspace.BotExternalId ?? "" };
}
