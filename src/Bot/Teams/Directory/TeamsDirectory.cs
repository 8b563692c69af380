using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Graph;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;
using RelateBot.Infrastructure.Teams;

namespace RelateBot.Bot.Teams.Directory;

/// <summary>Reads the people of a tenant from the rosters of the chats and teams that the bot belongs to.</summary>
public sealed class TeamsDirectory(
    ConnectorClient connector,
    MailboxWorkingHoursReader workingHours,
    OrganisationScope organisations,
    TeamsConversationResolver chats,
    WorkspaceRegistry workspaces,
    IOptions<TeamsOptions> options) : IChatDirectory
{
    public string Name => TeamsPlatform.PlatformName;

    /// <summary>Rosters contain no departments.</summary>
    public DepartmentSource Departments { get; } = new DepartmentSource.Nowhere();

    public AccountDetailsPolicy DetailsPolicy { get; } = options.Value.ReadWorkingHours
        ? AccountDetailsPolicy.FullSyncOnly
        : AccountDetailsPolicy.Never;

    public async Task<IReadOnlyList<Workspace>> WorkspacesAsync(CancellationToken cancellationToken) =>
        [.. (await workspaces.OfPlatformAsync(Name, cancellationToken)).Where(workspace => options.Value.Serves(workspace.ExternalId))];

    /// <summary>Reads one team after the other, page by page. A cursor contains the team and the position in it.</summary>
    public Task<DirectoryPage> ReadPageAsync(Workspace workspace, string? cursor, CancellationToken cancellationToken) =>
        ConnectorErrors.TranslateAsync(async () =>
    {
        var teams = await organisations.RunAsync(
            workspace.OrganisationId,
            (TeamsReferenceStore book, CancellationToken token) => book.TeamsAsync(workspace, token),
            cancellationToken);
        var (teamId, continuation) = cursor?.Split(' ', 2) is [var named, var token] ? (named, token) : (cursor, null);
        var team = teams.SkipWhile(team => teamId is not null && team.ExternalId != teamId).FirstOrDefault();
        if (team is null)
        {
            return new DirectoryPage([], Next: null);
        }

        var page = await ReadMembersAsync(workspace, team, continuation, cancellationToken);
        var next = page.ContinuationToken is { Length: > 0 } more ? $"{team.ExternalId} {more}"
            : teams.SkipWhile(listed => listed != team).Skip(1).FirstOrDefault()?.ExternalId;
        return new DirectoryPage(
            [.. (page.Members ?? [])
                .Where(member => member.EntraId is not null)
                .Select(member => TeamsProfileMapper.Of(member, member.EntraId!))],
            next);
    });

    public Task<AccountProfile?> ReadAccountAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        ConnectorErrors.TranslateAsync(async () =>
    {
        var (account, teams) = await organisations.RunAsync(
            workspace.OrganisationId,
            async (TeamsReferenceStore book, CancellationToken token) => (
                await book.AccountAsync(workspace, externalId, token),
                await book.TeamsAsync(workspace, token)),
            cancellationToken);
        var memberId = account?.UserId ?? externalId;
        var member = account is { SeenIn.Length: > 0 }
            ? await TryReadAsync(
                new ConnectorAddress(account.ServiceUrl, workspace.ExternalId),
                account.SeenIn,
                memberId,
                cancellationToken)
            : null;
        foreach (var team in teams)
        {
            member ??= await TryReadAsync(
                new ConnectorAddress(team.ServiceUrl, workspace.ExternalId),
                team.ExternalId,
                memberId,
                cancellationToken);
        }

        // Creating a chat sends no message, so people don't notice it.
        if (member is null && await TryOpenAsync(workspace, externalId, cancellationToken) is { } chat)
        {
            member = await TryReadAsync(chat.Place, chat.Conversation, memberId, cancellationToken);
        }

        return member is null ? null : TeamsProfileMapper.Of(member, externalId);
    });

    public Task<IReadOnlyList<AccountGroup>> ReadGroupsAsync(Workspace workspace, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AccountGroup>>([]);

    public Task<IReadOnlyDictionary<string, AccountDetails>> ReadDetailsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken) =>
        workingHours.ReadAsync(workspace, externalIds, cancellationToken);

    /// <summary>Returns a member of a conversation by either id, or null when they aren't in it.</summary>
    public async Task<ChannelAccount?> TryReadAsync(
        ConnectorAddress place,
        string conversation,
        string memberId,
        CancellationToken cancellationToken)
    {
        try
        {
            return await connector.ReadMemberAsync(place, conversation, memberId, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.Status is HttpStatusCode.NotFound
            or HttpStatusCode.Forbidden
            or HttpStatusCode.BadRequest)
        {
            return null;
        }
    }

    /// <summary>Skips a team that removed the bot, and reads the others.</summary>
    private async Task<PagedMembersResult> ReadMembersAsync(
        Workspace workspace,
        TeamsConversationReference team,
        string? continuation,
        CancellationToken cancellationToken)
    {
        try
        {
            return await connector.ReadMembersAsync(
                new ConnectorAddress(team.ServiceUrl, workspace.ExternalId),
                team.ExternalId,
                continuation,
                cancellationToken);
        }
        catch (ConnectorException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return new PagedMembersResult(ImmutableArray<ChannelAccount>.Empty, ContinuationToken: null);
        }
    }

    private async Task<TeamsConversationResolver.Chat?> TryOpenAsync(
        Workspace workspace,
        string externalId,
        CancellationToken cancellationToken)
    {
        try
        {
            return await chats.GetPersonalChatAsync(workspace, externalId, cancellationToken);
        }
        catch (PlatformException exception) when (exception.IsPermanent)
        {
            return null;
        }
        catch (ConnectorException exception) when (exception.ToPlatformException().IsPermanent)
        {
            return null;
        }
    }
}
