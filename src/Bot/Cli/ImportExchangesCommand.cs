using System.CommandLine;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Persistence.Projections;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary><c>import-exchanges FILE</c>: imports past exchanges from another system.</summary>
internal sealed class ImportExchangesCommand(IAnsiConsole console) : ImportCommand(
    "import-exchanges", "Take kudos, thanks and helps of the past from a CSV file. Nobody gets a message about them.",
    "occurred_at,kind,from_email,to[,note,values,visibility]; to is an e-mail or department:NAME; kind is kudos, thanks or help", console)
{
    protected override CsvTable Open(string path) => ExchangeImporter.Open(path);

    protected override Task<ImportReport> ImportAsync(
        ParseResult arguments,
        IServiceProvider services,
        Guid organisationId,
        CsvTable table,
        IImportListener listener,
        CancellationToken cancellationToken) =>
        services.GetRequiredService<ExchangeImporter>().RunAsync(organisationId, table, listener, cancellationToken);

    protected override Task FinishAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Console.ShowProjectingAsync(services.GetRequiredService<Projector>(), cancellationToken);
}
