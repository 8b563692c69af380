using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Roster.Csv;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary><c>import-roster FILE</c>: imports people, departments, managers and accounts.</summary>
internal sealed class ImportRosterCommand : ImportCommand
{
    private const string DayFirst = "dmy";
    private const string MonthFirst = "mdy";

    private readonly Option<(string Old, string New)[]> renamedDomains = Pairs(
        "--rename-domain", "A domain that got a new name: addresses at the first are now at the second, and the people stay.",
        domain => domain.TrimStart('@').ToLowerInvariant());
    private readonly Option<(string Old, string New)[]> renamedDepartments = Pairs(
        "--renamed", "A department that got a new name and keeps its history, for example \"Customer Care=Customer Success\".",
        name => name);
    private readonly Option<bool> newDepartments = new("--new-departments")
    {
        Description = "Departments that look renamed are new ones."
    };
    private readonly Option<bool> complete = new("--complete")
    {
        Description = "The file is the whole company: people whom it lacks have left and are switched off."
    };
    private readonly Option<bool> force = new("--force")
    {
        Description = "With --complete: also when more than 20 % would be switched off."
    };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show what would change, and write nothing." };
    private readonly Option<string?> dates = new("--dates")
    {
        Description = "How the file writes dates other than 2026-03-31: dmy for 31/03/2026, mdy for 03/31/2026.",
        HelpName = "ORDER"
    };

    public ImportRosterCommand(IAnsiConsole console)
        : base(
            "import-roster",
            "Take people, departments and managers from a file.",
            $"{string.Join(',', RosterColumns.Required)}[,{string.Join(',', RosterColumns.Optional)}]",
            console)
    {
        dates.AcceptOnlyFromAmong(DayFirst, MonthFirst);
        Add(renamedDomains);
        Add(renamedDepartments);
        Add(newDepartments);
        Add(complete);
        Add(force);
        Add(dryRun);
        Add(dates);
    }

    protected override CsvTable Open(string path) => RosterImporter.Open(path);

    protected override bool IsDryRun(ParseResult arguments) => arguments.GetValue(dryRun);

    protected override Task<ImportReport> ImportAsync(
        ParseResult arguments,
        IServiceProvider services,
        Guid organisationId,
        CsvTable table,
        IImportListener listener,
        CancellationToken cancellationToken)
    {
        var options = new RosterOptions
        {
            RenamedDomains = [.. arguments.GetValue(renamedDomains) ?? []],
            RenamedDepartments = [.. arguments.GetValue(renamedDepartments) ?? []],
            HasNewDepartments = arguments.GetValue(newDepartments),
            IsComplete = arguments.GetValue(complete),
            IsForced = arguments.GetValue(force),
            IsDryRun = arguments.GetValue(dryRun),
            Dates = arguments.GetValue(dates) switch
            {
                DayFirst => DateOrder.DayFirst,
                MonthFirst => DateOrder.MonthFirst,
                _ => null,
            },
        };
        return services.GetRequiredService<RosterImporter>().RunAsync(organisationId, table, options, listener, cancellationToken);
    }

    private static Option<(string Old, string New)[]> Pairs(string name, string description, Func<string, string> read) => new(name)
    {
        Description = description,
        HelpName = "OLD=NEW",
        CustomParser = argument => [.. Pairs(argument, read)],
    };

    private static ImmutableArray<(string Old, string New)> Pairs(ArgumentResult argument, Func<string, string> read)
    {
        var pairs = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var token in argument.Tokens)
        {
            if (token.Value.Split('=') is [var old, var today] && !string.IsNullOrWhiteSpace(old) && !string.IsNullOrWhiteSpace(today))
            {
                pairs.Add((read(old.Trim()), read(today.Trim())));
            }
            else
            {
                argument.AddError($"\"{token.Value}\" isn't OLD=NEW.");
            }
        }

        return pairs.ToImmutable();
    }
}
