using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// The one way by which a platform's people and groups come in, whether the whole directory is read, one account is met or an event
/// tells of a change. Everything can be taken twice.
/// </summary>
public sealed class DirectoryImporter(OrganisationScope organisations)
{
    private const int Batch = 500;

    /// <summary>Takes accounts down. Where groups are departments, theirs follows from the groups that are known.</summary>
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

    /// <summary>An event told of an account. Details are not in it, so they are looked up soon.</summary>
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

    /// <summary>
    /// An event told of a group. What it is now is looked up soon: the order in which events arrive then does not matter.
    /// </summary>
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

    /// <summary>Takes a group down, moves its people, and tells them of thanks that came while nobody knew who they are.</summary>
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
