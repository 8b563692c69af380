using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Exchanges;

namespace RelateBot.Infrastructure.Imports;

/// <summary>
/// Imports exchanges.csv into the ledger. Entry ids are derived from the content: importing a file again adds nothing, and after an
/// interruption it adds the rest. No messages are sent about imported entries.
/// </summary>
public sealed class ExchangeImporter(OrganisationScope organisations, TimeProvider clock)
{
    private readonly ImportBatchWriter batches = new(organisations);

    /// <summary>Opens a file.</summary>
    /// <exception cref="ImportFileException">The file isn't a table of exchanges.</exception>
    public static CsvTable Open(string path) => CsvTable.Open(path, ExchangeRowParser.Required, ExchangeRowParser.Optional);

    public async Task<ImportReport> RunAsync(
        Guid organisationId,
        CsvTable table,
        IImportListener listener,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var people = await batches.WriteAsync(
            organisationId,
            context => PeopleByEmail.ReadAsync(context, cancellationToken),
            cancellationToken);
        var report = new ImportReport();
        foreach (var entries in Valid(table, new ExchangeRowParser(people, now), organisationId, now, listener).Chunk(
            ImportBatchWriter.Size))
        {
            report += await batches.WriteAsync(organisationId, context => AddAsync(context, entries, cancellationToken), cancellationToken);
        }

        return report;
    }

    private static IEnumerable<Exchange> Valid(
        CsvTable table,
        ExchangeRowParser format,
        Guid organisationId,
        DateTimeOffset now,
        IImportListener listener)
    {
        var seen = new Dictionary<Guid, int>();
        var rows = 0;
        foreach (var csv in table.Rows(listener.Refused))
        {
            listener.Read(++rows, table.Fraction);
            var (row, faults) = format.Read(csv);
            if (row?.ToEntry(organisationId, now) is not { } entry)
            {
                listener.Refused(new RowFault(csv.Line, faults));
            }
            else if (!seen.TryAdd(entry.Id, csv.Line))
            {
                listener.Refused(new RowFault(csv.Line, $"It is the same as line {seen[entry.Id]}, so it counts once."));
            }
            else
            {
                yield return entry;
            }
        }
    }

    private static async Task<ImportReport> AddAsync(RelateDbContext context, Exchange[] entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(entry => entry.Id).ToList();
        var stored = await context.Exchanges
            .Where(exchange => ids.Contains(exchange.Id))
            .Select(exchange => exchange.Id)
            .ToHashSetAsync(cancellationToken);
        foreach (var entry in entries.Where(entry => !stored.Contains(entry.Id)))
        {
            Ledger.Record(entry, context);
        }

        return new ImportReport { Added = entries.Length - stored.Count, Unchanged = stored.Count };
    }
}
