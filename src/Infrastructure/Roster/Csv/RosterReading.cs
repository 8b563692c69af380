using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Reads the rows of a roster and tells what is wrong with them.</summary>
internal sealed class RosterReading(RosterOptions options, IImportListener listener)
{
    /// <summary>How many rows could not be taken at all.</summary>
    public int Refused { get; private set; }

    /// <summary>The rows that can be taken.</summary>
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
            if (keys.FirstOrDefault(seen.ContainsKey) is { } known)
            {
                Refuse(new RowFault(csv.Line, $"{known} is on line {seen[known]} already."));
                continue;
            }

            Array.ForEach(keys, key => seen.Add(key, csv.Line));
            yield return row;
        }
    }

    /// <summary>Tells faults of rows that were taken all the same.</summary>
    public void Tell(IEnumerable<RowFault> faults)
    {
        foreach (var fault in faults)
        {
            listener.Refused(fault);
        }
    }

    /// <summary>A question that stops the import, and that a dry run only tells.</summary>
    /// <exception cref="ImportFileException">It is no dry run.</exception>
    public void AskOrThrow(string question, List<string> notices)
    {
        if (!options.IsDryRun)
        {
            throw new ImportFileException(question);
        }

        notices.Add(question);
    }

    /// <summary>What the batches found out about the file as a whole: every merge, and accounts that wait.</summary>
    public static IEnumerable<string> Notices(IReadOnlyCollection<RosterBatch> batches)
    {
        var unconnected = batches.SelectMany(batch => batch.Unconnected)
            .GroupBy(platform => platform.Key, platform => platform.Value, StringComparer.Ordinal)
            .OrderBy(platform => platform.Key, StringComparer.Ordinal);
        return
        [
            .. batches.SelectMany(batch => batch.Merges),
            .. unconnected.Select(platform =>
                $"{platform.Sum()} {platform.Key}_user_id not linked yet: RelateBot has to be connected to exactly one {platform.Key} "
                    + "workspace. Start it with that platform's settings once, then run this import again."),
        ];
    }

    private void Refuse(RowFault fault)
    {
        Refused++;
        listener.Refused(fault);
    }
}
