using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Auditing;
using RelateBot.Infrastructure.Persistence.Projections;
using Spectre.Console;

namespace RelateBot.Bot.Cli.Digests;

/// <summary><c>digest --from DAY --to DAY</c>: the manager's digest for any period, as text, JSON or CSV.</summary>
internal sealed class DigestCommand : BotCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Csv = "csv";

    private readonly Option<DateOnly> from = Day("--from", "The first day, for example 2026-10-01, in the organisation's time zone.");
    private readonly Option<DateOnly> to = Day("--to", "The day after the last, for example 2026-11-01.");
    private readonly Option<string?> department = new("--department")
    {
        Description = "Of one department, by name or handle. Without it, of the whole organisation.",
        HelpName = "NAME"
    };
    private readonly Option<string> format = new("--format")
    {
        Description = "text, json, or csv (the flows alone).",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => Text
    };
    private readonly Option<bool> unsuppressed = new("--unsuppressed")
    {
        Description = "Every figure, of however few people. The audit "
        + "log says that you asked."
    };

    public DigestCommand(IAnsiConsole console)
        : base("digest", "Who helped whom across departments, between two days.", console)
    {
        format.AcceptOnlyFromAmong(Text, Json, Csv);
        Add(from);
        Add(to);
        Add(department);
        Add(format);
        Add(unsuppressed);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken)
    {
        var period = new Period(arguments.GetRequiredValue(from), arguments.GetRequiredValue(to));
        if (period.From >= period.To)
        {
            Say("--to is the day after the last one, so it has to be later than --from.");
            return ExitCodes.Failure;
        }

        await using var bot = BuildServices(settings);
        var organisations = await PrepareAsync(bot, cancellationToken);
        var organisationId = (await bot.Services.GetRequiredService<WorkspaceRegistry>().OrganisationAsync(cancellationToken)).Id;
        await bot.Services.GetRequiredService<Projector>().DrainAsync(null, cancellationToken);

        var departments = await organisations.RunAsync(
            organisationId,
            (IPeopleDirectory directory, CancellationToken token) => directory.AllDepartmentsAsync(token),
            cancellationToken);
        if (!TryFind(arguments.GetValue(department), departments, out var found))
        {
            Say(
                $"No department is called \"{arguments.GetValue(department)}\". There are: "
                    + $"{string.Join(", ", departments.Select(known => known.Name))}");
            return ExitCodes.Failure;
        }

        var rules = bot.Services.GetRequiredService<DigestRules>();
        if (arguments.GetValue(unsuppressed))
        {
            rules = DigestRules.Unsuppressed;
            var what = $"{period.From:O} to {period.To:O}, {found?.Name ?? "the whole organisation"}";
            await organisations.CommitAsync(
                organisationId,
                (AuditLog audit) => audit.Record($"{Environment.UserName}@{Environment.MachineName}", "digest.unsuppressed", what),
                cancellationToken);
        }

        var digest = await organisations.RunAsync(
            organisationId,
            (DigestReader reader, CancellationToken token) => reader.ReadAsync(period, found, rules, token),
            cancellationToken);
        var output = Console.Profile.Out.Writer;
        switch (arguments.GetRequiredValue(format))
        {
            case Json:
                await output.WriteLineAsync(DigestJson.Write(digest));
                break;
            case Csv:
                DigestCsv.Write(digest, output);
                break;
            default:
                await output.WriteAsync(DigestText.Write(digest));
                break;
        }

        return ExitCodes.Success;
    }

    private static bool TryFind(string? name, IReadOnlyList<Department> departments, out Department? found)
    {
        var key = SearchKey.Of(name ?? "");
        found = departments.FirstOrDefault(known => known.NameKey == key) ?? departments.FirstOrDefault(known => known.HandleKey == key);
        return name is null || found is not null;
    }

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        Required = true,
        CustomParser = Read,
    };

    private static DateOnly Read(ArgumentResult argument)
    {
        var typed = argument.Tokens is [var token] ? token.Value : "";
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day < Period.AllTime.From
            || day >= Period.AllTime.To)
        {
            argument.AddError($"\"{typed}\" is no day. Write it like 2026-10-01.");
        }

        return day;
    }
}
