using Microsoft.EntityFrameworkCore;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground;

/// <summary>
/// Resolves the person that a page acts as. There is no authentication, so the playground serves only this machine by default.
/// </summary>
internal sealed class VisitorResolver(OrganisationScope organisations, WorkspaceRegistry workspaces, Channels channels)
{
    /// <summary>Returns the visitor with this account.</summary>
    public async Task<Visitor> EnterAsync(string? account, CancellationToken cancellationToken) =>
        await FindAsync([account ?? ""], cancellationToken) is [var visitor, ..] ? visitor : throw new PlaygroundException(
            StatusCodes.Status404NotFound, $"Nobody here has the account “{account}”. Choose somebody from the list.");

    /// <summary>Returns all people that a visitor can act as, by name.</summary>
    public Task<IReadOnlyList<Visitor>> EverybodyAsync(CancellationToken cancellationToken) => FindAsync(among: null, cancellationToken);

    /// <summary>Returns those of the accounts that exist.</summary>
    public Task<IReadOnlyList<Visitor>> AmongAsync(IReadOnlyCollection<string> accounts, CancellationToken cancellationToken) =>
        FindAsync(accounts, cancellationToken);

    /// <summary>Returns the conversation that the page names, if the visitor has access to it.</summary>
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

/// <summary>The person that a page acts as.</summary>
/// <param name="Workspace">The playground's workspace.</param>
/// <param name="Person">The chosen person.</param>
/// <param name="Account">The person's account.</param>
internal sealed record Visitor(Workspace Workspace, Person Person, string Account)
{
    /// <summary>The conversation of their direct messages with RelateBot.</summary>
    public string DirectMessages => MessageVisibility.DirectMessagesOf(Account);
}
