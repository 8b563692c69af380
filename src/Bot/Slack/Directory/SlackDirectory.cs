using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Reads the people and departments of a Slack workspace.</summary>
public sealed class SlackDirectory(SlackApi api, ISlackTeams teams, SlackProfileDetailsReader details, IOptions<SlackOptions> options)
    : IChatDirectory
{
    public string Name => SlackPlatform.PlatformName;

    public DepartmentSource Departments { get; } = options.Value.DepartmentSource
        ?? throw new InvalidOperationException("Slack:DepartmentFrom was not validated.");

    public AccountDetailsPolicy DetailsPolicy => details.IsEnabled ? AccountDetailsPolicy.Always : AccountDetailsPolicy.Never;

    public Task<IReadOnlyList<Workspace>> WorkspacesAsync(CancellationToken cancellationToken) =>
        teams.GetServedWorkspacesAsync(cancellationToken);

    public Task<DirectoryPage> ReadPageAsync(Workspace workspace, string? cursor, CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(async () =>
    {
        var page = await ListAsync(workspace, cursor, cancellationToken);
        return new DirectoryPage(
            [.. page.Members.Select(user => SlackProfileMapper.Of(user, workspace.ExternalId))],
            page.ResponseMetadata?.NextCursor is { Length: > 0 } next ? next : null);
    });

    public Task<AccountProfile?> ReadAccountAsync(Workspace workspace, string externalId, CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(async () =>
    {
        try
        {
            return (await api.For(workspace).ReadUserAsync(externalId, cancellationToken)).User is { } user
                ? SlackProfileMapper.Of(user, workspace.ExternalId)
                : null;
        }
        catch (SlackApiException exception) when (exception.ToPlatformException().IsPermanent)
        {
            return null;
        }
    });

    public Task<IReadOnlyList<AccountGroup>> ReadGroupsAsync(Workspace workspace, CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync<IReadOnlyList<AccountGroup>>(async () =>
            [.. (await ListGroupsAsync(workspace, cancellationToken)).Select(group => new AccountGroup
        {
            ExternalId = group.Id,
            Handle = group.Handle,
            Name = group.Name,
            IsActive = group.DateDelete == 0,
            Members = group.DateDelete == 0 ? group.Users : [],
        })]);

    public Task<IReadOnlyDictionary<string, AccountDetails>> ReadDetailsAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken) =>
        SlackErrors.TranslateAsync(() => details.ReadAsync(workspace, externalIds, cancellationToken));

    /// <summary>Cursors expire. Starting over only costs more calls.</summary>
    private async Task<UsersListResponse> ListAsync(Workspace workspace, string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return await api.For(workspace).ListUsersAsync(cursor, cancellationToken);
        }
        catch (SlackApiException exception) when (exception.Error is "invalid_cursor" && cursor is not null)
        {
            return await api.For(workspace).ListUsersAsync(cursor: null, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<UserGroup>> ListGroupsAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.For(workspace).ListUserGroupsAsync(cancellationToken)).Usergroups;
        }
        catch (SlackApiException exception) when (exception.Error is "missing_scope" or "plan_upgrade_required")
        {
            throw new PlatformException(
                exception.Error is "missing_scope"
                    ? "Slack does not let me read user groups (usergroups:read). Install the app again with today's manifest, or set "
                        + "Slack:DepartmentFrom to None."
                    : "This Slack plan has no user groups. Set Slack:DepartmentFrom to None, or to a field of people's profiles.",
                isPermanent: true, inner: exception);
        }
    }
}
