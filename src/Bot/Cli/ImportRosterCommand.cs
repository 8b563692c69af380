using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary><c>import-roster FILE</c>: imports people, departments, managers and accounts.</summary>
internal sealed class ImportRosterCommand(IAnsiConsole console) : ImportCommand(
    "import-roster", "Take people, departments and managers from a CSV file.",
    "email,name,department[,manager_email,time_zone,locale,slack_user_id,teams_user_id]", console)
{
    protected override CsvTable Open(string path) => RosterImporter.Open(path);

    protected override Task<ImportReport> ImportAsync(
        IServiceProvider services, Guid organisationId, CsvTable table, IImportListener listener, CancellationToken cancellationToken) =>
        services.GetRequiredService<RosterImporter>().RunAsync(organisationId, table, listener, cancellationToken);
}
