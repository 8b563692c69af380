using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Compares a page of a platform's directory with what is known about its people. Loading a page takes three queries.</summary>
internal sealed class ProfilePage
{
    private readonly RelateDbContext context;
    private readonly Workspace workspace;
    private readonly TimeProvider clock;
    private readonly Dictionary<Guid, Person> people;
    private readonly Dictionary<string, Person> byEmail;
    private readonly List<Identity> identities;
    private readonly Dictionary<string, Identity> here;
    private readonly List<(Person Duplicate, Person Known)> merged = [];
    private readonly List<Guid> left = [];

    private ProfilePage(RelateDbContext context, Workspace workspace, TimeProvider clock, List<Person> people, List<Identity> identities)
    {
        this.context = context;
        this.workspace = workspace;
        this.clock = clock;
        this.people = people.ToDictionary(person => person.Id);
        this.identities = identities;
        byEmail = people.Where(person => person.Email is not null).ToDictionary(person => person.Email!, StringComparer.Ordinal);
        here = identities
            .Where(identity => identity.WorkspaceId == workspace.Id)
            .ToDictionary(identity => identity.ExternalId, StringComparer.Ordinal);
    }

    /// <summary>People who were added by account only and turned out to be already known.</summary>
    public IReadOnlyList<(Person Duplicate, Person Known)> Merged => merged;

    /// <summary>People who have no active account any more.</summary>
    public IReadOnlyList<Guid> Left => left;

    public static async Task<ProfilePage> OpenAsync(
        RelateDbContext context,
        Workspace workspace,
        IReadOnlyCollection<AccountProfile> profiles,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var accounts = profiles.Select(profile => profile.ExternalId).ToList();
        var emails = profiles.Select(profile => profile.Email).OfType<string>().ToList();
        var owners = await context.Identities
            .Where(identity => identity.WorkspaceId == workspace.Id && accounts.Contains(identity.ExternalId))
            .Select(identity => identity.PersonId).ToListAsync(cancellationToken);
        var met = await context.People
            .Where(person => owners.Contains(person.Id) || emails.Contains(person.Email!))
            .ToListAsync(cancellationToken);
        var personIds = met.ConvertAll(person => person.Id);
        return new ProfilePage(
            context,
            workspace,
            clock,
            met,
            await context.Identities.Where(identity => personIds.Contains(identity.PersonId)).ToListAsync(cancellationToken));
    }

    /// <summary>Applies the profile of one account.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="isMentioned">True when someone named the account. It is then added even if it is deactivated.</param>
    public DirectoryChanges Take(AccountProfile profile, bool isMentioned)
    {
        var identity = here.GetValueOrDefault(profile.ExternalId);
        var owner = profile.Email is { } email ? byEmail.GetValueOrDefault(email) : null;
        if (identity is null)
        {
            return owner is null && profile.IsActive is false && !isMentioned
                ? DirectoryChanges.None
                : Join(owner ?? Add(profile), profile);
        }

        if (identity.ProfileChangedAt is { } known && profile.ChangedAt < known)
        {
            return DirectoryChanges.None;
        }

        var person = people[identity.PersonId];
        if (owner is not null && owner != person && IsSecondRecord(owner, person))
        {
            // The roster had a new address without the account, so the import added a second record of this person.
            merged.Add((owner, person));
            person.Email = owner.Email;
            owner.Email = null;
            byEmail[person.Email!] = person;
            return Fill(person, identity, profile);
        }

        if (owner is null || owner == person || IsOfRoster(person))
        {
            return Fill(person, identity, profile);
        }

        // The ledger is never rewritten: the duplicate keeps its entries, without an account and inactive.
        identity.PersonId = owner.Id;
        person.Name = profile.Name ?? person.Name;
        person.Handle = null;
        person.IsActive = OthersOf(person, identity).Any(other => other.IsActive);
        if (!person.IsActive)
        {
            merged.Add((person, owner));
        }

        return Fill(owner, identity, profile);
    }

    private bool IsSecondRecord(Person second, Person person) =>
        IsOfRoster(person)
        && IsOfRoster(second)
        && second.NameKey == person.NameKey
        && !identities.Exists(identity => identity.PersonId == second.Id);

    private DirectoryChanges Join(Person person, AccountProfile profile) => Fill(person, AddIdentity(person, profile), profile);

    private DirectoryChanges Fill(Person person, Identity identity, AccountProfile profile)
    {
        var wasActive = person.IsActive;
        var others = OthersOf(person, identity).ToList();
        identity.NeedsProfile = profile.IsPartial;
        identity.IsActive = profile.IsActive ?? identity.IsActive;
        identity.IsAdministrator = profile.IsAdministrator ?? identity.IsAdministrator;
        if (!profile.IsPartial)
        {
            // The whole profile is requested next. Its time of change may be the same or earlier.
            identity.ProfileChangedAt = profile.ChangedAt ?? identity.ProfileChangedAt;
        }

        person.Name = person.SetByHand.HasFlag(PersonFields.Name) ? person.Name : profile.Name ?? person.Name;
        person.Handle = profile.Handle ?? person.Handle;
        person.TimeZone = person.SetByHand.HasFlag(PersonFields.TimeZone) ? person.TimeZone : TimeZoneOf(profile) ?? person.TimeZone;
        person.Locale = person.SetByHand.HasFlag(PersonFields.Locale) ? person.Locale : profile.Locale ?? person.Locale;
        person.IsActive = !person.SetByHand.HasFlag(PersonFields.Left) && (identity.IsActive || others.Exists(other => other.IsActive));

        if (wasActive && !person.IsActive)
        {
            left.Add(person.Id);
        }

        // Someone who is a colleague in one workspace and a guest in another is a colleague.
        person.Kind = others.Count > 0 && person.Kind is PersonKind.Colleague ? PersonKind.Colleague : profile.KindAfter(person.Kind);
        if (profile.Email is { } email && !(IsOfRoster(person) && person.Email is not null))
        {
            person.Email = email;
            byEmail[email] = person;
        }

        var entry = context.Entry(person);
        entry.DetectChanges();
        return entry.State switch
        {
            EntityState.Added => new DirectoryChanges(0, 1, 0, 0),
            _ when wasActive && !person.IsActive => new DirectoryChanges(0, 0, 0, 1),
            EntityState.Modified => new DirectoryChanges(0, 0, 1, 0),
            _ => DirectoryChanges.None,
        };
    }

    /// <summary>True for people in the roster. Their e-mail stays as it is, because the roster finds people by it.</summary>
    private static bool IsOfRoster(Person person) => person.SetByHand is not PersonFields.None;

    /// <summary>Returns a time zone that exists on this system. Planning fails for people with an unknown one.</summary>
    private static string? TimeZoneOf(AccountProfile profile) =>
        profile.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;

    private IEnumerable<Identity> OthersOf(Person person, Identity identity) =>
        identities.Where(other => other.PersonId == person.Id && other != identity);

    private Person Add(AccountProfile profile)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OrganisationId = workspace.OrganisationId,
            Name = profile.Name ?? profile.Handle ?? profile.ExternalId
        };
        context.People.Add(person);
        people.Add(person.Id, person);
        return person;
    }

    private Identity AddIdentity(Person person, AccountProfile profile)
    {
        var identity = new Identity
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OrganisationId = workspace.OrganisationId,
            WorkspaceId = workspace.Id,
            PersonId = person.Id,
            ExternalId = profile.ExternalId,
        };
        context.Identities.Add(identity);
        identities.Add(identity);
        here.Add(identity.ExternalId, identity);
        return identity;
    }
}
