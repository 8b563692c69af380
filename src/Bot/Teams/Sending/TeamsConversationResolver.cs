using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams.Sending;

/// <summary>Finds a person's chat, creating it if needed, or a channel by its name.</summary>
public sealed class TeamsConversationResolver(ConnectorClient connector, OrganisationScope organisations, TimeProvider clock)
{
    /// <summary>Returns a person's chat. Throws a permanent <see cref="PlatformException"/> when they blocked or removed the bot.</summary>
    public async Task<Chat> GetPersonalChatAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        var account = await organisations.RunAsync(
            workspace.OrganisationId,
            (TeamsReferenceStore book, CancellationToken token) => book.AccountAsync(workspace, externalId, token),
            cancellationToken);
        if (account is { BlockedAt: { } since })
        {
            throw new PlatformException($"The person blocked or removed the bot on {since:yyyy-MM-dd}.", isPermanent: true);
        }

        var place = account is null ? await GetAnyConnectorAsync(workspace, cancellationToken) : PlaceOf(workspace, account.ServiceUrl);
        return account is { ConversationId: { } known }
            ? new Chat(place, known)
            : await BeginAsync(workspace, place, externalId, account?.UserId ?? externalId, cancellationToken);
    }

    /// <summary>
    /// Returns the channel with this name or id. Throws a permanent <see cref="PlatformException"/> when the bot isn't in such a channel.
    /// </summary>
    public async Task<Chat> GetChannelAsync(Workspace workspace, string channel, CancellationToken cancellationToken)
    {
        var found = await FindChannelAsync(workspace, channel, cancellationToken);
        if (found is null)
        {
            await ReadChannelsAsync(workspace, cancellationToken);
            found = await FindChannelAsync(workspace, channel, cancellationToken)
                ?? throw new PlatformException(
                    $"The bot is in no team with a channel {channel}. Add it to that team, or set Organisation:KudosChannel.",
                    isPermanent: true);
        }

        return new Chat(PlaceOf(workspace, found.ServiceUrl), found.ExternalId);
    }

    /// <summary>Returns a conversation that is known to exist.</summary>
    public async Task<Chat> OfAsync(Workspace workspace, string conversation, CancellationToken cancellationToken) =>
        new(await GetAnyConnectorAsync(workspace, cancellationToken), conversation);

    /// <summary>Stops unrequested messages to a person until they write again.</summary>
    public Task BlockAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) => organisations.ChangeAsync(
        workspace.OrganisationId,
        async (TeamsReferenceStore book, CancellationToken token) =>
        {
            var account = await book.AccountAsync(workspace, externalId, token) ?? await book.SaveAccountAsync(
                workspace, externalId, externalId, seenIn: "", await book.ServiceUrlAsync(workspace, token) ?? "", token);
            account.BlockedAt ??= clock.GetUtcNow();
        },
        cancellationToken);

    private async Task<Chat> BeginAsync(
        Workspace workspace,
        ConnectorAddress place,
        string externalId,
        string memberId,
        CancellationToken cancellationToken)
    {
        var begun = await connector.CreateConversationAsync(
            place,
            new ConversationParameters
            {
                IsGroup = false,
                Bot = new ChannelAccount { Id = workspace.BotExternalId ?? "" },
                Members = [new ChannelAccount { Id = memberId }],
                TenantId = workspace.ExternalId,
                ChannelData = new ChannelData { Tenant = new ChannelData.TenantOf(workspace.ExternalId) },
            },
            cancellationToken);
        var conversation = begun.Id ?? throw new PlatformException("POST v3/conversations: no conversation in the answer.");
        await organisations.ChangeAsync(
            workspace.OrganisationId,
            async (TeamsReferenceStore book, CancellationToken token) =>
            {
                var account = await book.SaveAccountAsync(workspace, externalId, memberId, conversation, place.ServiceUrl, token);
                account.ConversationId = conversation;
                account.SeenIn = conversation;
            },
            cancellationToken);
        return new Chat(place, conversation);
    }

    private Task<TeamsConversationReference?> FindChannelAsync(Workspace workspace, string channel, CancellationToken cancellationToken) =>
        organisations.RunAsync(
        workspace.OrganisationId,
        (TeamsReferenceStore book, CancellationToken token) => channel.StartsWith("19:", StringComparison.Ordinal)
            ? book.PlaceAsync(workspace, channel, token)
            : book.ChannelNamedAsync(workspace, channel.TrimStart('#'), token),
        cancellationToken);

    /// <summary>Lists the channels of every team. Teams doesn't announce channels created before the bot was added.</summary>
    private async Task ReadChannelsAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        foreach (var team in await organisations.RunAsync(
            workspace.OrganisationId,
            (TeamsReferenceStore book, CancellationToken token) => book.TeamsAsync(workspace, token),
            cancellationToken))
        {
            var channels = await connector.ReadChannelsAsync(PlaceOf(workspace, team.ServiceUrl), team.ExternalId, cancellationToken);
            await organisations.ChangeAsync(
                workspace.OrganisationId,
                async (TeamsReferenceStore book, CancellationToken token) =>
                {
                    foreach (var channel in channels.Conversations ?? [])
                    {
                        await book.SavePlaceAsync(
                            workspace,
                            channel.Id,
                            team.ExternalId,
                            channel.Name ?? (channel.Id == team.ExternalId ? "General" : null),
                            team.ServiceUrl,
                            token);
                    }
                },
                cancellationToken);
        }
    }

    private async Task<ConnectorAddress> GetAnyConnectorAsync(Workspace workspace, CancellationToken cancellationToken) => PlaceOf(
        workspace,
        await organisations.RunAsync(
            workspace.OrganisationId,
            (TeamsReferenceStore book, CancellationToken token) => book.ServiceUrlAsync(workspace, token),
            cancellationToken)
            ?? throw new PlatformException(
                "No one in the tenant has written to the bot yet, so the connector's address isn't known."));

    private static ConnectorAddress PlaceOf(Workspace workspace, string serviceUrl) => new(serviceUrl, workspace.ExternalId);

    /// <summary>A conversation and its connector's address.</summary>
    public sealed record Chat(ConnectorAddress Place, string Conversation);
}
