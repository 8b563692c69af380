using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Reads the rows of a roster and reports their faults.</summary>
internal sealed class RosterReading(RosterOptions options, IImportListener listener)
{
    /// <summary>The number of rows that couldn't be imported at all.</summary>
    public int Refused { get; private set; }

    /// <summary>Reads the rows that can be imported.</summary>
    public IEnumerable<RosterRow> Rows(CsvTable table)
    {
        var parser = new RosterRowParser(options);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        foreach (var csv in table.Rows(Refuse))
        {
            listener.Read(++count, table.Fraction);
            if (csv.Cells.Values.All(cell => cell.Length == 0))
            {
                continue;
            }

            var (row, faults) = parser.Read(csv);
            if (row is null)
            {
                Refuse(new RowFault(csv.Line, faults));
                continue;
            }

            if (faults.Length > 0)
            {
                listener.Refused(new RowFault(csv.Line, faults));
            }

            string[] keys = [row.Email, .. row.Accounts.Select(account => $"{account.Platform} account {account.ExternalId}")];
            if (keys.FirstOrDefault(seen.ContainsKey) is { } duplicate)
            {
                Refuse(new RowFault(csv.Line, $"{duplicate} is already on line {seen[duplicate]}."));
                continue;
            }

            Array.ForEach(keys, key => seen.Add(key, csv.Line));
            yield return row;
        }
    }

    /// <summary>Reports faults of rows that were imported without the faulty part.</summary>
    public void Tell(IEnumerable<RowFault> faults)
    {
        foreach (var fault in faults)
        {
            listener.Refused(fault);
        }
    }

    /// <summary>Stops the import with a question; a dry run only adds it to the notices.</summary>
    /// <exception cref="ImportFileException">This isn't a dry run.</exception>
    public void AskOrThrow(string question, List<string> notices)
    {
        if (!options.IsDryRun)
        {
            throw new ImportFileException(question);
        }

        notices.Add(question);
    }

    /// <summary>Returns the batches' notices about the whole file: every merge, and accounts that couldn't be linked yet.</summary>
    public static IEnumerable<string> Notices(IReadOnlyCollection<RosterBatch> batches)
    {
        var unconnected = batches.SelectMany(batch => batch.Unconnected)
            .GroupBy(platform => platform.Key, platform => platform.Value, StringComparer.Ordinal)
            .OrderBy(platform => platform.Key, StringComparer.Ordinal);
        return
        [
            .. batches.SelectMany(batch => batch.Merges),
            .. unconnected.Select(platform =>
                $"{platform.Sum()} {platform.Key}_user_id not linked yet: RelateBot must be connected to exactly one {platform.Key} "
                    + "workspace. Start it once with that platform's settings, then run this import again."),
        ];
    }

    private void Refuse(RowFault fault)
    {
        Refused++;
        listener.Refused(fault);
    }
}
