using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary>A command that uses the bot's settings and services and prints to the console.</summary>
internal abstract class BotCommand : Command
{
    protected BotCommand(string name, string description, IAnsiConsole console)
        : base(name, description)
    {
        Console = console;
        TreatUnmatchedTokensAsErrors = false;
        SetAction(InvokeAsync);
    }

    protected IAnsiConsole Console { get; }

    /// <summary>Runs the command and returns its exit code. <paramref name="settings"/>: arguments for the host.</summary>
    protected abstract Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken);

    /// <summary>Builds the bot's services. Nothing listens, nothing is sent, and only warnings and errors are logged.</summary>
    protected static WebApplication BuildServices(string[] settings) => RelateBotHost.BuildServices(settings, builder =>
    {
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter(null, LogLevel.Warning);
    });

    /// <summary>Prepares the database and returns the scope through which to use it.</summary>
    protected static async Task<OrganisationScope> PrepareAsync(WebApplication bot, CancellationToken cancellationToken)
    {
        var organisations = bot.Services.GetRequiredService<OrganisationScope>();
        await organisations.AcrossAsync((Migrator migrator, CancellationToken token) => migrator.PrepareAsync(token), cancellationToken);
        return organisations;
    }

    /// <summary>Prints one line. Markup in the text isn't interpreted.</summary>
    protected void Say(string text) => Console.WriteLine(text.Printable());

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = arguments.UnmatchedTokens.ToArray();
        if (SettingArguments.FindUnknownArgument(settings) is { } stranger)
        {
            Say($"RelateBot does not know \"{stranger}\". See --help; a setting is written --Section:Key=value.");
            return ExitCodes.Failure;
        }

        try
        {
            return await RunAsync(arguments, settings, cancellationToken);
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
            {
                Say(failure);
            }

            return ExitCodes.Failure;
        }
        catch (Exception exception) when (exception is ImportFileException
            or IOException
            or UnauthorizedAccessException
            or DbException
            or InvalidOperationException)
        {
            Say(exception.Message);
            Say("Nothing more was done. `doctor` may tell what is wrong.");
            return ExitCodes.Failure;
        }
    }
}
