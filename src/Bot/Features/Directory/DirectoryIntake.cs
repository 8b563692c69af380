using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Features.Directory;

/// <summary>
/// The one way by which a platform's people and groups come in, whether the whole directory is read, one account is met or an event
/// tells of a change. Everything can be taken twice.
/// </summary>
public sealed class DirectoryIntake(IServiceScopeFactory scopes)
{
    private const int Batch = 500;
    private const int Attempts = 5;

    /// <summary>Takes accounts down. Where groups are departments, theirs follows from the groups that are known.</summary>
    public async Task TakeAsync(IChatDirectory directory, Workspace workspace, IReadOnlyCollection<AccountProfile> profiles, CancellationToken cancellationToken)
    {
        await ChangeAsync(workspace, (services, token) => services.GetRequiredService<ProfileBook>().TakeAsync(workspace, profiles, token), cancellationToken);
        await AssignAsync(directory, workspace, [.. profiles.Select(profile => profile.ExternalId)], cancellationToken);
    }

    /// <summary>An event told of an account. Details are not in it, so they are looked up soon.</summary>
    public async Task HearOfAsync(IChatDirectory directory, Workspace workspace, AccountProfile profile, CancellationToken cancellationToken)
    {
        await TakeAsync(directory, workspace, [profile], cancellationToken);
        if (directory.Details is DetailReading.Always)
        {
            await ChangeAsync(workspace, (services, token) => services.GetRequiredService<ProfileBook>().LookAgainAsync(workspace, profile.ExternalId, token), cancellationToken);
        }
    }

    /// <summary>An event told of a group. What it is now is looked up soon: the order in which events arrive then does not matter.</summary>
    public Task HearOfGroupAsync(IChatDirectory directory, Workspace workspace, string externalId, string? handle, CancellationToken cancellationToken) => ChangeAsync(
        workspace, (services, token) => services.GetRequiredService<GroupBook>().LookAgainAsync(workspace, externalId, handle, directory.Departments, token), cancellationToken);

    /// <summary>Takes a group down, moves its people, and tells them of thanks that came while nobody knew who they are.</summary>
    public async Task TakeGroupAsync(IChatDirectory directory, Workspace workspace, AccountGroup group, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> concerned = [];
        await ChangeAsync(
            workspace,
            async (services, token) => concerned = await services.GetRequiredService<GroupBook>().TakeAsync(workspace, group, directory.Departments, token),
            cancellationToken);
        foreach (var batch in concerned.Chunk(Batch))
        {
            await AssignAsync(directory, workspace, batch, cancellationToken);
        }

        await ChangeAsync(workspace, (services, token) => services.GetRequiredService<TeamThanks>().MeetAsync(workspace, group, token), cancellationToken);
        await ChangeAsync(
            workspace,
            async (services, token) =>
            {
                await services.GetRequiredService<TeamThanks>().TellAsync(workspace, group.ExternalId, token);
                await services.GetRequiredService<GroupBook>().SettleAsync(workspace, group.ExternalId, token);
            },
            cancellationToken);
    }

    /// <summary>Commits a change in a scope of its own; again from the start when somebody else was first.</summary>
    public async Task ChangeAsync(Workspace workspace, Func<IServiceProvider, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Tenant>().Is(workspace.OrganisationId);
                await change(scope.ServiceProvider, cancellationToken);
                await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(cancellationToken);
                return;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // A request, an event or another host wrote the same people first: look again.
            }
        }
    }

    private Task AssignAsync(IChatDirectory directory, Workspace workspace, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken) =>
        directory.Departments is DepartmentSource.Groups groups
            ? ChangeAsync(
                workspace, (services, token) => services.GetRequiredService<DepartmentAssignment>().ByGroupsAsync(workspace, accounts, groups, token), cancellationToken)
            : Task.CompletedTask;
}
