using System.CommandLine;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Infrastructure.Persistence.Projections;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary><c>rebuild</c>: rebuilds the projections from the ledger.</summary>
internal sealed class RebuildCommand(IAnsiConsole console)
    : BotCommand(
        "rebuild",
        "Count flows and ties again from the ledger. The bot may run meanwhile; reports are complete again at the end.",
        console)
{
    protected override async Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken)
    {
        await using var bot = BuildServices(settings);
        await PrepareAsync(bot, cancellationToken);

        var projector = bot.Services.GetRequiredService<Projector>();
        if (bot.Configuration[$"{OrganisationOptions.Section}:{nameof(OrganisationOptions.TimeZone)}"] is { Length: > 0 })
        {
            await projector.ChangeTimeZoneAsync(
                bot.Services.GetRequiredService<IOptions<OrganisationOptions>>().Value.TimeZone,
                cancellationToken);
        }

        await projector.ResetAsync(cancellationToken);
        var entries = await projector.CountBacklogAsync(cancellationToken);
        await Console.ShowProjectingAsync(projector, cancellationToken);
        Say($"Rebuilt from {entries:N0} ledger entries.");
        return ExitCodes.Success;
    }
}
