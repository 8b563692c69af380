using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Imports;

/// <summary>Imports text as if it were a file, and keeps the output.</summary>
internal sealed class ImportRun : IImportListener
{
    public List<RowFault> Faults { get; } = [];

    public ImportReport Report { get; private set; } = new();

    public static Task<ImportRun> OfRosterAsync(
        TemporaryStore store, string csv, RosterOptions? options = null, CancellationToken cancellationToken = default) =>
        OfRosterAsync(store, Encoding.UTF8.GetBytes(csv), options, cancellationToken);

    public static Task<ImportRun> OfRosterAsync(
        TemporaryStore store, byte[] file, RosterOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            file,
            RosterImporter.Open,
            (table, run) => store.Services
                .GetRequiredService<RosterImporter>()
                .RunAsync(store.Organisation.Id, table, options ?? new RosterOptions(), run, cancellationToken));

    public static Task<ImportRun> OfExchangesAsync(TemporaryStore store, string csv, CancellationToken cancellationToken = default) =>
        RunAsync(
            Encoding.UTF8.GetBytes(csv),
            ExchangeImporter.Open,
            (table, run) => store.Services
                .GetRequiredService<ExchangeImporter>()
                .RunAsync(store.Organisation.Id, table, run, cancellationToken));

    /// <summary>A file of this text, for as long as <paramref name="use"/> runs.</summary>
    public static async Task<T> WithFileAsync<T>(byte[] content, Func<string, Task<T>> use)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, content);
        try
        {
            return await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Refused(RowFault fault) => Faults.Add(fault);

    public void Read(int rows, double fraction)
    {
    }

    private static Task<ImportRun> RunAsync(byte[] file, Func<string, CsvTable> open,
        Func<CsvTable, ImportRun, Task<ImportReport>> import) =>
        WithFileAsync(file, async path =>
        {
            using var table = open(path);
            var run = new ImportRun();
            run.Report = await import(table, run);
            return run;
        });
}
