using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>
/// Imports roster.csv: people by e-mail, departments by name, then managers. Importing a file again changes nothing, and after an
/// interruption it imports the rest. People who aren't in the file aren't removed.
/// </summary>
public sealed class RosterImporter(OrganisationScope organisations, TimeProvider clock)
{
    private readonly ImportBatchWriter batches = new(organisations);

    /// <summary>Opens a file.</summary>
    /// <exception cref="ImportFileException">The file isn't a roster.</exception>
    public static CsvTable Open(string path) => CsvTable.Open(path, RosterRowParser.Required, RosterRowParser.Optional);

    public async Task<ImportReport> RunAsync(
        Guid organisationId,
        CsvTable table,
        IImportListener listener,
        CancellationToken cancellationToken)
    {
        var report = new ImportReport();
        var managers = new List<ManagerLinker.Row>();
        var unconnected = new Dictionary<string, int>(StringComparer.Ordinal);
        var retired = 0;
        foreach (var rows in Valid(table, listener).Chunk(ImportBatchWriter.Size))
        {
            var (batch, written) = await batches.WriteAsync(organisationId, async context =>
            {
                var attempt = new RosterBatch(context, organisationId, clock);
                return (attempt, await attempt.ApplyAsync(rows, cancellationToken));
            }, cancellationToken);

            report += written;
            retired += batch.Retired;
            managers.AddRange(rows.Select(row => new ManagerLinker.Row(row.Line, row.Email, row.ManagerEmail)));
            foreach (var (platform, count) in batch.Unconnected)
            {
                unconnected[platform] = unconnected.GetValueOrDefault(platform) + count;
            }

            foreach (var fault in batch.Faults)
            {
                listener.Refused(fault);
            }
        }

        if (table.Has(RosterRowParser.Manager))
        {
            await LinkManagersAsync(organisationId, managers, listener, cancellationToken);
        }

        return report with { Notices = [.. Notices(unconnected, retired)] };
    }

    private static IEnumerable<RosterRow> Valid(CsvTable table, IImportListener listener)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = 0;
        foreach (var csv in table.Rows(listener.Refused))
        {
            listener.Read(++rows, table.Fraction);
            var (row, faults) = RosterRowParser.Read(csv);
            if (row is null)
            {
                listener.Refused(new RowFault(csv.Line, faults));
                continue;
            }

            string[] keys = [row.Email, .. row.Accounts.Select(account => $"{account.Platform} account {account.ExternalId}")];
            if (keys.FirstOrDefault(seen.ContainsKey) is { } duplicate)
            {
                listener.Refused(new RowFault(csv.Line, $"{duplicate} is already on line {seen[duplicate]}."));
                continue;
            }

            Array.ForEach(keys, key => seen.Add(key, csv.Line));
            yield return row;
        }
    }

    private static IEnumerable<string> Notices(Dictionary<string, int> unconnected, int retired)
    {
        foreach (var (platform, count) in unconnected.OrderBy(platform => platform.Key, StringComparer.Ordinal))
        {
            yield return $"{count} {platform}_user_id not linked yet: RelateBot must be connected to exactly one {platform} workspace. "
                + $"Start it once with that platform's settings, then run this import again.";
        }

        if (retired > 0)
        {
            yield return $"{retired} people known only from chat were already in the roster. Their accounts are linked to those people "
                + $"now. Their earlier entries stay in the ledger under the earlier name.";
        }
    }

    private async Task LinkManagersAsync(
        Guid organisationId,
        List<ManagerLinker.Row> rows,
        IImportListener listener,
        CancellationToken cancellationToken)
    {
        var stored = await batches.WriteAsync(organisationId, async context =>
            (await context.People
                .Where(person => person.Email != null)
                .Select(person => new { person.Email, person.Id, person.ManagerId })
                .ToListAsync(cancellationToken))
            .Select(person => (person.Email!, person.Id, person.ManagerId)), cancellationToken);
        var links = new ManagerLinker(stored, rows);
        var changes = rows
            .Select(row => links.Link(row, listener.Refused))
            .Where(change => change is not null)
            .Select(change => change!.Value)
            .ToList();
        foreach (var batch in changes.Chunk(ImportBatchWriter.Size))
        {
            var managers = batch.ToDictionary(change => change.PersonId, change => change.ManagerId);
            await batches.WriteAsync(organisationId, async context =>
            {
                foreach (var person in await context.People
                    .Where(person => managers.Keys.Contains(person.Id))
                    .ToListAsync(cancellationToken))
                {
                    person.ManagerId = managers[person.Id];
                }

                return true;
            }, cancellationToken);
        }
    }
}
