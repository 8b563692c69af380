using System.CommandLine;
using RelateBot.Bot.Teams;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary><c>teams-package APP-ID DOMAIN</c>: writes the zip file that a tenant's administrator uploads.</summary>
internal sealed class TeamsPackageCommand : BotCommand
{
    private readonly Argument<Guid> appId = new("app-id") { Description = "The bot's Microsoft App ID, as in Teams:AppId." };
    private readonly Argument<string> domain =
        new("domain") { Description = "Where the bot is reached, for example relatebot.example.com." };
    private readonly Option<FileInfo> output = new("--output")
    {
        Description = "The file to write.",
        DefaultValueFactory = _ => new FileInfo("relatebot-teams.zip")
    };

    public TeamsPackageCommand(IAnsiConsole console)
        : base("teams-package", "Write the app package for Microsoft Teams.", console)
    {
        Arguments.Add(appId);
        Arguments.Add(domain);
        Options.Add(output);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken)
    {
        var host = arguments.GetRequiredValue(domain);
        if (!TeamsPackage.IsDomain(host))
        {
            Say($"\"{host}\" is no host name. Write it without https:// and without a port, for example relatebot.example.com.");
            return ExitCodes.Failure;
        }

        // The zip is made in memory, so that the file is never incomplete.
        using var zip = new MemoryStream();
        TeamsPackage.Write(zip, arguments.GetRequiredValue(appId), host);
        var file = arguments.GetRequiredValue(output);
        await File.WriteAllBytesAsync(file.FullName, zip.ToArray(), cancellationToken);
        Say($"Wrote {file.FullName}. Upload it in the Teams admin center under Teams apps, Manage apps.");
        return ExitCodes.Success;
    }
}
