using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster.Csv;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Finds the owner and workspace of the chat accounts that a batch of the roster names.</summary>
internal sealed class RosterAccountIndex
{
    private readonly RelateDbContext context;
    private readonly TimeProvider clock;
    private readonly List<Workspace> workspaces;
    private readonly Dictionary<(Guid WorkspaceId, string ExternalId), Identity> identities;
    private readonly Dictionary<Guid, Person> owners;

    private RosterAccountIndex(
        RelateDbContext context,
        TimeProvider clock,
        List<Workspace> workspaces,
        List<Identity> stored,
        Dictionary<Guid, Person> owners)
    {
        this.context = context;
        this.clock = clock;
        this.workspaces = workspaces;
        identities = stored.ToDictionary(identity => (identity.WorkspaceId, identity.ExternalId));
        this.owners = owners;
    }

    /// <summary>The owners of the accounts.</summary>
    public IReadOnlyCollection<Person> Owners => owners.Values;

    public static async Task<RosterAccountIndex> LoadAsync(
        RelateDbContext context,
        IEnumerable<RosterRow> rows,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(row => row.Accounts).Select(account => account.ExternalId).ToHashSet(StringComparer.Ordinal);
        var connected = await context.Workspaces.OrderBy(workspace => workspace.Id).ToListAsync(cancellationToken);
        var met = await context.Identities.Where(identity => ids.Contains(identity.ExternalId)).ToListAsync(cancellationToken);
        var ownerIds = met.Select(identity => identity.PersonId).ToHashSet();
        var people = await context.People
            .Where(person => ownerIds.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, cancellationToken);
        return new RosterAccountIndex(context, clock, connected, met, people);
    }

    /// <summary>Finds an account's workspace: where it was seen, or the platform's only one.</summary>
    /// <returns>Null when it isn't known.</returns>
    public Workspace? WorkspaceOf((string Platform, string ExternalId) account)
    {
        var connected = workspaces.FindAll(workspace => workspace.Platform == account.Platform);
        return connected.Find(workspace => Find(workspace, account.ExternalId) is not null) ?? (connected is [var only] ? only : null);
    }

    /// <summary>Finds the owner of an account.</summary>
    /// <returns>Null when the account is new.</returns>
    public Person? OwnerOf((string Platform, string ExternalId) account) =>
        WorkspaceOf(account) is { } workspace && Find(workspace, account.ExternalId) is { } identity
            ? owners.GetValueOrDefault(identity.PersonId)
            : null;

    /// <summary>Assigns an account to a person.</summary>
    /// <returns>True when it wasn't theirs before.</returns>
    public bool AssignTo(Person person, Workspace workspace, string externalId)
    {
        var identity = Find(workspace, externalId);
        if (identity is null)
        {
            identity = new Identity
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                OrganisationId = workspace.OrganisationId,
                WorkspaceId = workspace.Id,
                PersonId = person.Id,
                ExternalId = externalId,
            };
            context.Identities.Add(identity);
            identities.Add((workspace.Id, externalId), identity);
            owners[person.Id] = person;
            return true;
        }

        var changes = identity.PersonId != person.Id || identity.NeedsProfile;
        identity.PersonId = person.Id;
        identity.NeedsProfile = false;
        owners[person.Id] = person;
        return changes;
    }

    private Identity? Find(Workspace workspace, string externalId) => identities.GetValueOrDefault((workspace.Id, externalId));
}
