using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Commands;
using RelateBot.Bot.Slack.Directory;
using RelateBot.Bot.Slack.Events;
using RelateBot.Bot.Slack.Install;
using RelateBot.Bot.Slack.Interactions;
using RelateBot.Bot.Slack.Sockets;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Slack;

/// <summary>Everything Slack; nothing of it when no secret is set.</summary>
public static class SlackRegistration
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<SlackOptions>(configuration, SlackOptions.Section);
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidation>();

        var options = configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();
        return options.IsOn ? services.AddLeaf().AddWayIn(options).AddTeams(options) : services;
    }

    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (services.GetService<SignedRequests>() is { } signed)
        {
            routes.MapPost("/slack/commands", signed.Verified(services.GetRequiredService<SlashCommands>().ReceiveAsync));
            routes.MapPost("/slack/interactions", signed.Verified(services.GetRequiredService<SlackInteractions>().ReceiveAsync));
            routes.MapPost("/slack/events", signed.Verified(services.GetRequiredService<SlackEvents>().ReceiveAsync));
        }

        services.GetService<InstallEndpoints>()?.Map(routes);
        return routes;
    }

    private static IServiceCollection AddLeaf(this IServiceCollection services)
    {
        services.AddSingleton<SlackLimits>();
        services.AddApi<SlackApi>();
        services.AddHttpClient<ResponseUrlClient>(http => http.Timeout = CallTimeout).KeptForGood();

        services.AddSingleton<SlackConversations>();
        services.AddSingleton<SlackGrants>();
        services.AddSingleton<FormSeal>();
        services.AddSingleton<SlackForms>();
        services.AddSingleton<SlackPosts>();
        services.AddSingleton<SlackHomes>();
        services.AddSingleton<SlackReactions>();
        services.AddSingleton<ReplyOutbox>();
        services.AddSingleton<SlashCommands>();
        services.AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SlackProfileFields>();
        services.AddSingleton<SlackDetails>();
        services.AddSingleton<SlackDirectory>();
        services.AddSingleton<IChatDirectory>(provider => provider.GetRequiredService<SlackDirectory>());
        services.AddSingleton<SlackDirectoryEvents>();
        services.AddSingleton<SlackUninstalls>();
        services.AddSingleton<SlackPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
        services.AddSingleton<IDoctorCheck, SlackCheck>();
        services.AddSingleton<IDoctorCheck, SlackChannelCheck>();
        return services;
    }

    private static IServiceCollection AddWayIn(this IServiceCollection services, SlackOptions options) => options.Mode is SlackMode.Socket
        ? services.AddSingleton<SocketRequests>().AddHostedService<SocketMode>()
        : services.AddSingleton<SignedRequests>();

    private static IServiceCollection AddTeams(this IServiceCollection services, SlackOptions options)
    {
        if (!options.IsInstallable)
        {
            return services.AddSingleton<SlackTeam>().AddSingleton<ISlackTeams>(provider => provider.GetRequiredService<SlackTeam>()).AddHostedService<SlackConnector>();
        }

        services.AddApi<SlackOAuth>();
        return services
            .AddSingleton<SlackTokens>()
            .AddSingleton<ISlackTeams, SlackInstallations>()
            .AddSingleton<SlackInstaller>()
            .AddSingleton<InstallStates>()
            .AddSingleton<InstallEndpoints>()
            .AddSingleton<IDoctorCheck, InstallationsCheck>();
    }

    private static void AddApi<T>(this IServiceCollection services)
        where T : class => services.AddHttpClient<T>((provider, http) =>
    {
        http.BaseAddress = provider.GetRequiredService<IOptions<SlackOptions>>().Value.ApiBase;
        http.Timeout = CallTimeout;
    }).AddHttpMessageHandler(provider => new SlackLimits.Handler(provider.GetRequiredService<SlackLimits>())).KeptForGood();
}
