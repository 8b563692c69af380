using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Completes people who were recorded under their account's id alone.</summary>
public sealed class ProfileBook(RelateDbContext context, UnitOfWork unitOfWork)
{
    /// <summary>The accounts of a workspace that still wait for a profile.</summary>
    public async Task<IReadOnlyList<Identity>> WithoutProfileAsync(Workspace workspace, CancellationToken cancellationToken) =>
        await context.Identities.AsNoTracking()
            .Where(identity => identity.NeedsProfile && identity.WorkspaceId == workspace.Id)
            .OrderBy(identity => identity.Id).ToListAsync(cancellationToken);

    /// <summary>
    /// Writes down what the platform tells; null when it never will. An e-mail that is somebody's already makes the account theirs. The
    /// person recorded in haste keeps what the ledger holds of them, without an account and out of everybody's way.
    /// </summary>
    public async Task CompleteAsync(Guid identityId, AccountProfile? profile, CancellationToken cancellationToken)
    {
        var identity = await context.Identities.FirstAsync(stored => stored.Id == identityId, cancellationToken);
        var person = await context.People.FirstAsync(stored => stored.Id == identity.PersonId, cancellationToken);
        identity.NeedsProfile = false;
        if (profile is not null)
        {
            var owner = profile.Email is { } email
                ? await context.People.FirstOrDefaultAsync(stored => stored.Email == email && stored.Id != person.Id, cancellationToken)
                : null;
            if (owner is null)
            {
                Fill(person, profile);
                person.Email = profile.Email ?? person.Email;
            }
            else
            {
                identity.PersonId = owner.Id;
                Retire(person, profile);
                FillGaps(owner, profile);
            }
        }

        await unitOfWork.CommitAsync(cancellationToken);
    }

    private static void Fill(Person person, AccountProfile profile)
    {
        person.Name = profile.Name ?? person.Name;
        person.Handle = profile.Handle ?? person.Handle;
        person.TimeZone = TimeZoneOf(profile) ?? person.TimeZone;
        person.Locale = profile.Locale ?? person.Locale;
        person.Kind = profile.Kind;
        person.IsActive = profile.IsActive;
    }

    /// <summary>Where the roster and a platform differ, the roster is right.</summary>
    private static void FillGaps(Person owner, AccountProfile profile)
    {
        owner.Handle ??= profile.Handle;
        owner.TimeZone ??= TimeZoneOf(profile);
        owner.Locale ??= profile.Locale;
    }

    /// <summary>A zone that this machine does not know would stop every plan made for the person.</summary>
    private static string? TimeZoneOf(AccountProfile profile) => profile.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;

    private static void Retire(Person person, AccountProfile profile)
    {
        person.Name = profile.Name ?? person.Name;
        person.Handle = null;
        person.IsActive = false;
    }
}
