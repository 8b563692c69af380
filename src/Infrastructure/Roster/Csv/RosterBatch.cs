using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Applies rows of the roster: people by e-mail, their departments and their chat accounts.</summary>
internal sealed class RosterBatch(RelateDbContext context, Guid organisationId, TimeProvider clock)
{
    private readonly List<RowFault> faults = [];
    private readonly Dictionary<string, int> unconnected = new(StringComparer.Ordinal);
    private int retired;

    /// <summary>The rows that were refused or only partly imported.</summary>
    public IReadOnlyList<RowFault> Faults => faults;

    /// <summary>The number of accounts left out, by platform, because their workspace isn't known.</summary>
    public IReadOnlyDictionary<string, int> Unconnected => unconnected;

    /// <summary>The number of people first seen in chat who turned out to be in the roster already.</summary>
    public int Retired => retired;

    public async Task<ImportReport> ApplyAsync(IReadOnlyList<RosterRow> rows, CancellationToken cancellationToken)
    {
        var departments = await DepartmentIndex.LoadAsync(context, organisationId, clock, cancellationToken);
        var accounts = await RosterAccountIndex.LoadAsync(context, rows, clock, cancellationToken);
        var emails = rows.Select(row => row.Email).ToList();
        var people = await context.People
            .Where(person => emails.Contains(person.Email!))
            .ToDictionaryAsync(person => person.Email!, StringComparer.Ordinal, cancellationToken);

        var report = new ImportReport();
        foreach (var row in rows)
        {
            var person = people.GetValueOrDefault(row.Email) ?? MetInChat(row, accounts) ?? Add(row);
            Fill(person, row, departments.GetOrAddManual(row.Department));
            var moved = false;
            foreach (var account in row.Accounts)
            {
                moved |= Give(account, person, row, accounts);
            }

            var entry = context.Entry(person);
            entry.DetectChanges();
            report += entry.State switch
            {
                EntityState.Added => new ImportReport { Added = 1 },
                EntityState.Modified => new ImportReport { Changed = 1 },
                _ => moved ? new ImportReport { Changed = 1 } : new ImportReport { Unchanged = 1 },
            };
        }

        return report;
    }

    /// <summary>Finds a person who was recorded by account only. They become the roster's person and keep their ledger entries.</summary>
    private static Person? MetInChat(RosterRow row, RosterAccountIndex accounts) =>
        row.Accounts.Select(accounts.OwnerOf).FirstOrDefault(owner => owner is { Email: null, Kind: not PersonKind.Bot });

    private static void Fill(Person person, RosterRow row, Department department)
    {
        person.Email = row.Email;
        person.Name = row.Name;
        person.DepartmentId = department.Id;
        person.TimeZone = row.TimeZone ?? person.TimeZone;
        person.Locale = row.Locale ?? person.Locale;
        person.WorkingHours = row.WorkingHours ?? person.WorkingHours;
        person.StartedOn = row.StartedOn ?? person.StartedOn;
        person.SetByHand |= PersonFields.Name | PersonFields.Department
            | (row.TimeZone is null ? PersonFields.None : PersonFields.TimeZone) | (row.Locale is null
                ? PersonFields.None
                : PersonFields.Locale)
            | (row.WorkingHours is null ? PersonFields.None : PersonFields.WorkingHours);
    }

    private Person Add(RosterRow row)
    {
        var person = new Person { Id = Guid.CreateVersion7(clock.GetUtcNow()), OrganisationId = organisationId, Name = row.Name };
        context.People.Add(person);
        return person;
    }

    private bool Give((string Platform, string ExternalId) account, Person person, RosterRow row, RosterAccountIndex accounts)
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

            // The ledger is never rewritten: the duplicate keeps its entries, without an account and inactive.
            owner.IsActive = false;
            owner.Handle = null;
            retired++;
        }

        return accounts.AssignTo(person, workspace, account.ExternalId);
    }
}
