using RelateBot.Bot.Chat;
using RelateBot.Bot.Dashboard;
using RelateBot.Bot.Playground;
using RelateBot.Bot.Slack;
using RelateBot.Bot.Teams;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Scheduling;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Hosting;

/// <summary>Builds the host: settings, database, chat and the configured platforms.</summary>
public static class RelateBotHost
{
    /// <summary>Builds the web host. It doesn't listen yet. <paramref name="customise"/>: settings and services of a test.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? customise = null)
    {
        var app = BuildServices(args, customise);
        app.MapGet("/healthz/live", () => Results.Text("alive"));
        app.MapReady();
        app.MapPlayground();
        app.MapSlack();
        app.MapTeams();
        app.MapDashboard();
        return app;
    }

    /// <summary>Builds the same settings and services for a command. Nothing listens.</summary>
    internal static WebApplication BuildServices(string[] args, Action<WebApplicationBuilder>? customise = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInstallation(args);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

        // `doctor` reports unencrypted keys and says what to do. The framework's warning would appear at every new installation.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        customise?.Invoke(builder);

        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddHostedService<DatabasePreparation>();
        builder.Services.AddProtection(builder.Configuration);
        builder.Services.AddPlayground(builder.Configuration, builder.Environment);
        builder.Services.AddChat(builder.Configuration);
        builder.Services.AddDashboard(builder.Configuration);
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.AddHostedService<ProjectionService>();
        builder.Services
            .AddScheduling(builder.Configuration)
            .AddJob<RetentionJob>("retention", new JobSchedule.Every(TimeSpan.FromHours(1)));
        builder.Services.AddHostedService<StartupAnnouncement>();
        return builder.Build();
    }

    /// <summary>
    /// Adds the administrator's own files from the folder in which the bot is started. They override the delivered files; environment
    /// variables and arguments override all files.
    /// </summary>
    private static void AddInstallation(this ConfigurationManager configuration, string[] args)
    {
        foreach (var file in (string[])["appsettings.json", "appsettings.Local.json"])
        {
            configuration.AddJsonFile(Path.Combine(Environment.CurrentDirectory, file), optional: true, reloadOnChange: false);
        }

        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }
}
