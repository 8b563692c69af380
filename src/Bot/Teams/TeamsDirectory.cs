using System.Net;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams;

/// <summary>Who somebody is, from the rosters of the chats and teams that the bot is in.</summary>
public sealed class TeamsDirectory(ConnectorClient connector, TeamsScope scope, TeamsChats chats)
{
    /// <summary>One account by its Entra id; null when no roster that the bot may read has it.</summary>
    public async Task<AccountProfile?> ReadAccountAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        var (account, teams) = await scope.ReadAsync(workspace, async services =>
        {
            var book = services.GetRequiredService<TeamsBook>();
            return (await book.AccountAsync(workspace, externalId, cancellationToken), await book.TeamsAsync(workspace, cancellationToken));
        });
        var member = account is null ? null : await TryReadAsync(new ConnectorPlace(account.ServiceUrl, workspace.ExternalId), account.SeenIn, account.UserId, cancellationToken);
        foreach (var team in teams.TakeWhile(_ => member is null))
        {
            member = await TryReadAsync(new ConnectorPlace(team.ServiceUrl, workspace.ExternalId), team.ExternalId, account?.UserId ?? externalId, cancellationToken);
        }

        // To open a chat is to say nothing in it: nobody notices.
        if (member is null && account is not { BlockedAt: not null } && await TryOpenAsync(workspace, externalId, cancellationToken) is { } chat)
        {
            member = await TryReadAsync(chat.Place, chat.Conversation, account?.UserId ?? externalId, cancellationToken);
        }

        return member is null ? null : TeamsProfile.Of(member);
    }

    /// <summary>Somebody in a conversation's roster, by either id; null when they are not in it.</summary>
    public async Task<ChannelAccount?> TryReadAsync(ConnectorPlace place, string conversation, string memberId, CancellationToken cancellationToken)
    {
        try
        {
            return await connector.ReadMemberAsync(place, conversation, memberId, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest)
        {
            return null;
        }
        catch (ConnectorException exception)
        {
            throw exception.ToPlatformException();
        }
    }

    private async Task<TeamsChats.Chat?> TryOpenAsync(Workspace workspace, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            return await chats.OfPersonAsync(workspace, externalId, cancellationToken);
        }
        catch (PlatformException exception) when (exception.IsPermanent)
        {
            return null;
        }
    }
}
