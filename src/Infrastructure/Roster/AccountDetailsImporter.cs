using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Saves the details of accounts. Fields that people corrected stay as they are. The caller commits.</summary>
public sealed class AccountDetailsImporter(RelateDbContext context, TimeProvider clock)
{
    /// <summary>
    /// Imports details. Missing working hours leave the stored ones unchanged. When details are the source of departments, a missing
    /// department clears the stored one.
    /// </summary>
    public async Task ImportAsync(
        Workspace workspace,
        DepartmentSource source,
        IReadOnlyDictionary<string, AccountDetails> details,
        CancellationToken cancellationToken)
    {
        var owners = (await AccountOwners.OfAsync(context, workspace, [.. details.Keys], cancellationToken)).ToList();
        var departments = source is DepartmentSource.ProfileField
            ? await DepartmentIndex.LoadAsync(context, workspace.OrganisationId, clock, cancellationToken)
            : null;
        var knownElsewhere = details.Values.Any(told => told.TimeZone is not null)
            ? await KnownElsewhereAsync(workspace, [.. owners.Select(owner => owner.Person.Id)], cancellationToken)
            : [];
        foreach (var (account, person) in owners)
        {
            var told = details[account];
            if (departments is not null)
            {
                DepartmentAssignment.Assign(
                    person,
                    SearchKey.Of(told.Department ?? "").Length == 0 ? null : departments.GetOrAdd(told.Department!).Id);
            }

            if (told.TimeZone is { } zone
                && !person.SetByHand.HasFlag(PersonFields.TimeZone)
                && (person.TimeZone is null || !knownElsewhere.Contains(person.Id)))
            {
                person.TimeZone = zone;
            }

            if (told.WorkingHours is { } hours
                && !person.SetByHand.HasFlag(PersonFields.WorkingHours)
                && HasSameUtcOffset(told.TimeZone, person))
            {
                person.WorkingHours = hours.ToString();
            }
        }
    }

    /// <summary>
    /// True when the hours' time zone has the same UTC offset as the person's. Otherwise the hours don't describe their day.
    /// </summary>
    private bool HasSameUtcOffset(string? zone, Person person)
    {
        if (zone is null)
        {
            return true;
        }

        var (now, told) = (clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone));
        return person.Zone(otherwise: told).GetUtcOffset(now) == told.GetUtcOffset(now);
    }

    /// <summary>Returns the people who also have an account on another platform, which knows their time zone.</summary>
    private async Task<HashSet<Guid>> KnownElsewhereAsync(
        Workspace workspace,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken) => await (
        from identity in context.Identities
        join place in context.Workspaces on identity.WorkspaceId equals place.Id
        where people.Contains(identity.PersonId) && identity.IsActive && place.Platform != workspace.Platform
        select identity.PersonId).ToHashSetAsync(cancellationToken);
}
