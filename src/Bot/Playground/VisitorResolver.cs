using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>
/// Lets a request in as the person whom the page names. Nobody proves who they are, which is why the playground keeps to this machine.
/// </summary>
internal sealed class VisitorResolver(OrganisationScope organisations, WorkspaceRegistry workspaces, Channels channels)
{
    /// <summary>The person with this account.</summary>
    public async Task<Visitor> EnterAsync(string? account, CancellationToken cancellationToken) =>
        await FindAsync([account ?? ""], cancellationToken) is [var visitor, ..] ? visitor : throw new PlaygroundException(
            StatusCodes.Status404NotFound, $"Nobody here has the account “{account}”. Choose somebody from the list.");

    /// <summary>Everybody whom one can be here, by name.</summary>
    public Task<IReadOnlyList<Visitor>> EverybodyAsync(CancellationToken cancellationToken) => FindAsync(among: null, cancellationToken);

    /// <summary>Those of these accounts that somebody has.</summary>
    public Task<IReadOnlyList<Visitor>> AmongAsync(IReadOnlyCollection<string> accounts, CancellationToken cancellationToken) =>
        FindAsync(accounts, cancellationToken);

    /// <summary>The conversation that the page names, if this visitor may be there.</summary>
    public string Conversation(Visitor visitor, string? name) =>
        name == visitor.DirectMessages ? name
        : (name is null ? null : channels.Find(name))
            ?? throw new PlaygroundException(StatusCodes.Status404NotFound, $"There is no conversation “{name}” here.");

    private async Task<IReadOnlyList<Visitor>> FindAsync(IReadOnlyCollection<string>? among, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.FindAsync(PlaygroundPlatform.PlatformName, PlaygroundPlatform.Place, cancellationToken)
            ?? throw new PlaygroundException(
                StatusCodes.Status503ServiceUnavailable,
                "The playground is still being set up. Try again in a moment.");
        return await organisations.RunAsync(
            workspace.OrganisationId,
            (RelateDbContext context, CancellationToken token) => ReadAsync(context, workspace, among, token),
            cancellationToken);
    }

    private static async Task<IReadOnlyList<Visitor>> ReadAsync(
        RelateDbContext context, Workspace workspace, IReadOnlyCollection<string>? among, CancellationToken cancellationToken)
    {
        var identities = context.Identities.AsNoTracking().Where(identity => identity.WorkspaceId == workspace.Id);
        if (among is not null)
        {
            identities = identities.Where(identity => among.Contains(identity.ExternalId));
        }

        var found = await (
            from identity in identities
            join person in context.People.AsNoTracking() on identity.PersonId equals person.Id
            where person.IsActive && person.Kind != PersonKind.Bot
            orderby person.NameKey
            select new { identity.ExternalId, person }).ToListAsync(cancellationToken);
        return [.. found.Select(row => new Visitor(workspace, row.person, row.ExternalId))];
    }
}

/// <summary>Somebody at the page.</summary>
/// <param name="Workspace">The playground's workspace.</param>
/// <param name="Person">Who they chose to be.</param>
/// <param name="Account">That person's account.</param>
internal sealed record Visitor(Workspace Workspace, Person Person, string Account)
{
    /// <summary>Their direct messages with RelateBot.</summary>
    public string DirectMessages => MessageVisibility.DirectMessagesOf(Account);
}
