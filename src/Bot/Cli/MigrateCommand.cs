using System.CommandLine;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary><c>migrate</c>: creates or updates the database's tables for this version.</summary>
internal sealed class MigrateCommand(IAnsiConsole console) : BotCommand("migrate", "Bring the database to this version's tables.", console)
{
    protected override async Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken)
    {
        await using var bot = BuildServices(settings);
        var applied = await bot.Services.GetRequiredService<OrganisationScope>()
            .AcrossAsync((Migrator migrator, CancellationToken token) => migrator.MigrateAsync(token), cancellationToken);
        foreach (var migration in applied)
        {
            Say($"Applied {migration}");
        }

        Say(applied.Count == 0 ? "Nothing to do: the database has this version's tables." : "The database has this version's tables now.");
        return ExitCodes.Success;
    }
}
