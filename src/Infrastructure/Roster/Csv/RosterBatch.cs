using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Applies rows of the roster: people, their departments and their chat accounts.</summary>
internal sealed class RosterBatch(RelateDbContext context, RosterContent content, Guid organisationId, TimeProvider clock)
{
    private readonly List<RowFault> faults = [];
    private readonly List<string> merges = [];
    private readonly List<Guid> left = [];
    private readonly Dictionary<string, int> unconnected = new(StringComparer.Ordinal);

    /// <summary>The rows that were refused or only partly imported.</summary>
    public IReadOnlyList<RowFault> Faults => faults;

    /// <summary>The number of accounts left out, by platform, because their workspace isn't known.</summary>
    public IReadOnlyDictionary<string, int> Unconnected => unconnected;

    /// <summary>One sentence for each merge of two records and each changed address.</summary>
    public IReadOnlyList<string> Merges => merges;

    public async Task<ImportReport> ApplyAsync(
        IReadOnlyList<RosterRow> rows, DepartmentIndex departments, CancellationToken cancellationToken)
    {
        var accounts = await RosterAccountIndex.LoadAsync(context, rows, clock, cancellationToken);
        var people = await RosterPeople.LoadAsync(context, content, rows, accounts, cancellationToken);
        var report = new ImportReport();
        foreach (var row in rows)
        {
            report += await ApplyAsync(row, people.Find(row), departments, accounts, cancellationToken);
        }

        await LeaverAskScheduler.ScheduleAsync(context, left, clock.GetUtcNow(), cancellationToken);
        return report;
    }

    private async Task<ImportReport> ApplyAsync(
        RosterRow row,
        IReadOnlyList<Person> found,
        DepartmentIndex departments,
        RosterAccountIndex accounts,
        CancellationToken cancellationToken)
    {
        var person = found.Count > 0 ? found[0] : null;
        if (row.HasLeft)
        {
            return person is null ? new ImportReport { Unchanged = 1 } : SwitchOff(person);
        }

        foreach (var again in found.Skip(1))
        {
            await MergeAsync(again, person!, cancellationToken);
        }

        var moved = found.Count > 1;
        person ??= Add(row);
        Fill(person, row, departments.OfRoster(row.Department, row.DepartmentId, reason => faults.Add(new RowFault(row.Line, reason))));
        if (person.SetByHand.HasFlag(PersonFields.Left))
        {
            await ReturnAsync(person, cancellationToken);
        }

        foreach (var account in row.Accounts)
        {
            moved |= await GiveAsync(account, person, row, accounts, cancellationToken);
        }

        var entry = context.Entry(person);
        entry.DetectChanges();
        return entry.State switch
        {
            EntityState.Added => new ImportReport { Added = 1 },
            EntityState.Modified => new ImportReport { Changed = 1 },
            _ => moved ? new ImportReport { Changed = 1 } : new ImportReport { Unchanged = 1 },
        };
    }

    private async Task MergeAsync(Person merged, Person kept, CancellationToken cancellationToken)
    {
        merges.Add(
            $"{merged.Name} ({merged.Email ?? "met in chat"}) and {kept.Name} ({kept.Email ?? "met in chat"}) are one person. "
                + "I merged the first into the second.");
        await PersonMerger.MergeAsync(context, merged, kept, cancellationToken);
    }

    private ImportReport SwitchOff(Person person)
    {
        person.SetByHand |= PersonFields.Left;
        if (!person.IsActive)
        {
            return new ImportReport { Unchanged = 1 };
        }

        person.IsActive = false;
        left.Add(person.Id);
        return new ImportReport { SwitchedOff = 1 };
    }

    /// <summary>Reactivates a person whom an earlier roster switched off, unless all their accounts are closed on the platform.</summary>
    private async Task ReturnAsync(Person person, CancellationToken cancellationToken)
    {
        person.SetByHand &= ~PersonFields.Left;
        var accounts = await context.Identities.Where(identity => identity.PersonId == person.Id).ToListAsync(cancellationToken);
        person.IsActive = accounts.Count == 0 || accounts.Exists(identity => identity.IsActive);
    }

    private void Fill(Person person, RosterRow row, Department? department)
    {
        if (person.Email is { } former && former != row.Email)
        {
            merges.Add($"{row.Name}'s address is now {row.Email}; it was {former}.");
        }

        person.Email = row.Email;
        person.Name = row.Name;
        person.DepartmentId = department?.Id ?? person.DepartmentId;
        person.TimeZone = row.TimeZone ?? person.TimeZone;
        person.Locale = row.Locale ?? person.Locale;
        person.WorkingHours = row.WorkingHours ?? person.WorkingHours;
        person.StartedOn = row.StartedOn ?? person.StartedOn;
        person.SetByHand |= PersonFields.Name
            | (department is null ? PersonFields.None : PersonFields.Department)
            | (row.TimeZone is null ? PersonFields.None : PersonFields.TimeZone)
            | (row.Locale is null ? PersonFields.None : PersonFields.Locale)
            | (row.WorkingHours is null ? PersonFields.None : PersonFields.WorkingHours);
    }

    private Person Add(RosterRow row)
    {
        var person = new Person { Id = Guid.CreateVersion7(clock.GetUtcNow()), OrganisationId = organisationId, Name = row.Name };
        context.People.Add(person);
        return person;
    }

    private async Task<bool> GiveAsync(
        (string Platform, string ExternalId) account,
        Person person,
        RosterRow row,
        RosterAccountIndex accounts,
        CancellationToken cancellationToken)
    {
        if (accounts.WorkspaceOf(account) is not { } workspace)
        {
            unconnected[account.Platform] = unconnected.GetValueOrDefault(account.Platform) + 1;
            return false;
        }

        var owner = accounts.OwnerOf(account);
        if (owner is not null && owner.Id != person.Id)
        {
            if (owner.Email is not null || owner.Kind is PersonKind.Bot)
            {
                faults.Add(new RowFault(
                    row.Line,
                    $"The account {account.ExternalId} belongs to {owner.Email ?? "a bot"}, so it wasn't linked. The rest of the row was "
                        + $"imported."));
                return false;
            }

            await MergeAsync(owner, person, cancellationToken);
        }

        return accounts.AssignTo(person, workspace, account.ExternalId);
    }
}
