using System.CommandLine;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Infrastructure.Imports;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary>The parts that both imports share: opening the file, showing progress and reporting rejected rows.</summary>
internal abstract class ImportCommand : BotCommand
{
    private readonly Argument<string> file;
    private readonly Option<string?> errors = new("--errors")
    {
        Description = "Write every refused row to this CSV file: line, reason.",
        HelpName = "FILE"
    };

    protected ImportCommand(string name, string description, string columns, IAnsiConsole console)
        : base(
            name,
            $"{description} Running it twice changes nothing; a row at fault is told with its line and the others are taken.",
            console)
    {
        file = new Argument<string>("FILE") { Description = $"The file: CSV or .xlsx, with a header.\nColumns: {columns}" };
        Add(file);
        Add(errors);
    }

    protected abstract CsvTable Open(string path);

    protected abstract Task<ImportReport> ImportAsync(
        ParseResult arguments,
        IServiceProvider services,
        Guid organisationId,
        CsvTable table,
        IImportListener listener,
        CancellationToken cancellationToken);

    /// <summary>True for a dry run, which writes nothing.</summary>
    protected virtual bool IsDryRun(ParseResult arguments) => false;

    /// <summary>Runs after all rows have been imported.</summary>
    protected virtual Task FinishAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(file);
        using var table = Open(path);
        foreach (var notice in table.Notices)
        {
            Say(notice);
        }

        if (table.UnknownColumns.Length > 0)
        {
            Say($"Columns that mean nothing here and are left out: {string.Join(", ", table.UnknownColumns)}");
        }

        await using var bot = BuildServices(settings);
        await PrepareAsync(bot, cancellationToken);

        var organisation = await bot.Services.GetRequiredService<WorkspaceRegistry>().OrganisationAsync(cancellationToken);
        using var refused = new RejectedRows(arguments.GetValue(errors));
        var report = await Console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask($"Reading {Markup.Escape(Path.GetFileName(path).Printable())}");
            var done = await ImportAsync(arguments, bot.Services, organisation.Id, table, new Listener(refused, task), cancellationToken);
            task.Value = 100;
            return done;
        });
        await FinishAsync(bot.Services, cancellationToken);
        Tell(arguments, path, report, refused);
        return refused.Count == 0 ? ExitCodes.Success : ExitCodes.CompletedWithIssues;
    }

    private void Tell(ParseResult arguments, string path, ImportReport report, RejectedRows refused)
    {
        foreach (var fault in refused.First)
        {
            Say($"Line {fault.Line}: {fault.Reason}");
        }

        if (refused.Count > refused.First.Count)
        {
            Say($"… and {refused.Count - refused.First.Count:N0} more; --errors FILE writes them all.");
        }

        foreach (var notice in report.Notices)
        {
            Say(notice);
        }

        foreach (var line in report.Differences)
        {
            Say(line);
        }

        var switchedOff = report.SwitchedOff == 0 ? "" : $"{report.SwitchedOff:N0} switched off, ";
        Say(
            $"{Path.GetFileName(path)}: {report.Added:N0} new, {report.Changed:N0} changed, {report.Unchanged:N0} as before, {switchedOff}"
                + $"{refused.Count:N0} told above."
                + (IsDryRun(arguments) ? " This was a dry run: nothing was written." : ""));
    }

    private sealed class Listener(RejectedRows refused, ProgressTask task) : IImportListener
    {
        public void Refused(RowFault fault) => refused.Add(fault);

        public void Read(int rows, double fraction) => task.Value = 100 * fraction;
    }
}
