using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// Imports people and groups from a platform: from a full sync, for a single account, and after an event. Importing the same data twice
/// changes nothing.
/// </summary>
public sealed class DirectoryImporter(OrganisationScope organisations)
{
    private const int Batch = 500;

    /// <summary>Imports accounts. Where groups are departments, it also assigns the accounts to departments by the known groups.</summary>
    public async Task ImportAccountsAsync(
        IChatDirectory directory,
        Workspace workspace,
        IReadOnlyCollection<AccountProfile> profiles,
        CancellationToken cancellationToken)
    {
        await organisations.ChangeAsync(
            workspace.OrganisationId,
            (AccountProfileImporter importer, CancellationToken token) => importer.ImportAsync(workspace, profiles, token),
            cancellationToken);
        await AssignAsync(directory, workspace, [.. profiles.Select(profile => profile.ExternalId)], cancellationToken);
    }

    /// <summary>Handles an event about an account. Events don't contain details, so they are read soon afterwards.</summary>
    public async Task HandleAccountChangedAsync(
        IChatDirectory directory,
        Workspace workspace,
        AccountProfile profile,
        CancellationToken cancellationToken)
    {
        await ImportAccountsAsync(directory, workspace, [profile], cancellationToken);
        if (directory.DetailsPolicy is AccountDetailsPolicy.Always)
        {
            await organisations.ChangeAsync(
                workspace.OrganisationId,
                (AccountProfileImporter importer, CancellationToken token) => importer.RequestRefreshAsync(
                    workspace,
                    profile.ExternalId,
                    token),
                cancellationToken);
        }
    }

    /// <summary>Handles an event about a group. The group is read again soon afterwards, so the order of events doesn't matter.</summary>
    public Task HandleGroupChangedAsync(
        IChatDirectory directory,
        Workspace workspace,
        string externalId,
        string? handle,
        CancellationToken cancellationToken) => organisations.ChangeAsync(
        workspace.OrganisationId,
        (AccountGroupImporter book, CancellationToken token) => book.RequestRefreshAsync(
            workspace,
            externalId,
            handle,
            directory.Departments,
            token),
        cancellationToken);

    /// <summary>
    /// Imports a group, assigns its people to departments, and tells them about recent thanks to the group from before its members were
    /// known.
    /// </summary>
    public async Task ImportGroupAsync(
        IChatDirectory directory,
        Workspace workspace,
        AccountGroup group,
        CancellationToken cancellationToken)
    {
        var concerned = await organisations.ChangeAsync(
            workspace.OrganisationId,
            (AccountGroupImporter book, CancellationToken token) => book.ImportAsync(workspace, group, directory.Departments, token),
            cancellationToken);
        foreach (var batch in concerned.Chunk(Batch))
        {
            await AssignAsync(directory, workspace, batch, cancellationToken);
        }

        await organisations.ChangeAsync(
            workspace.OrganisationId,
            (DeferredTeamThanks thanks, CancellationToken token) => thanks.AddUnknownMembersAsync(workspace, group, token),
            cancellationToken);
        await organisations.ChangeAsync(
            workspace.OrganisationId,
            async (DeferredTeamThanks thanks, AccountGroupImporter book, CancellationToken token) =>
            {
                await thanks.NotifyMembersAsync(workspace, group.ExternalId, token);
                await book.MarkCompleteAsync(workspace, group.ExternalId, token);
                return group;
            },
            cancellationToken);
    }

    private Task AssignAsync(
        IChatDirectory directory,
        Workspace workspace,
        IReadOnlyCollection<string> accounts,
        CancellationToken cancellationToken) =>
        directory.Departments is DepartmentSource.Groups groups
            ? organisations.ChangeAsync(
                workspace.OrganisationId,
                (DepartmentAssignment assignment, CancellationToken token) => assignment.ByGroupsAsync(workspace, accounts, groups, token),
                cancellationToken)
            : Task.CompletedTask;
}
