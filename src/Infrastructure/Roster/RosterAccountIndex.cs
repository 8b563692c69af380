using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster.Csv;

namespace RelateBot.Infrastructure.Roster;

/// <summary>The chat accounts that a batch of the roster names: whose they are, and in which connected workspace.</summary>
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

    /// <summary>Whose accounts they are.</summary>
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

    /// <summary>The workspace an account is in: where it was met, else the platform's only one. Null when that cannot be told.</summary>
    public Workspace? WorkspaceOf((string Platform, string ExternalId) account)
    {
        var connected = workspaces.FindAll(workspace => workspace.Platform == account.Platform);
        return connected.Find(workspace => Find(workspace, account.ExternalId) is not null) ?? (connected is [var only] ? only : null);
    }

    /// <summary>Whose account it is; null when it was never met.</summary>
    public Person? OwnerOf((string Platform, string ExternalId) account) =>
        WorkspaceOf(account) is { } workspace && Find(workspace, account.ExternalId) is { } identity
            ? owners.GetValueOrDefault(identity.PersonId)
            : null;

    /// <summary>Makes it this person's account. True when it was not.</summary>
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
