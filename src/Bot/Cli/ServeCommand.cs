using System.CommandLine;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Hosting;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary><c>serve</c>: runs the bot.</summary>
internal sealed class ServeCommand(IAnsiConsole console)
    : BotCommand("serve", "Run the bot. This is what happens without a command, too.", console)
{
    protected override async Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = RelateBotHost.Build(settings);

        // Validating here reports a wrong setting in one sentence. The host would log it with a stack trace.
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Success;
    }
}
