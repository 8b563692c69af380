using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Access;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Checks;
using RelateBot.Bot.Slack.Commands;
using RelateBot.Bot.Slack.Directory;
using RelateBot.Bot.Slack.Events;
using RelateBot.Bot.Slack.Forms;
using RelateBot.Bot.Slack.Install;
using RelateBot.Bot.Slack.Interactions;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Bot.Slack.Sockets;
using RelateBot.Bot.Slack.Trust;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Slack;

/// <summary>Registers Slack. Does nothing when no secret is set.</summary>
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
        if (services.GetService<SlackSignatureFilter>() is { } signed)
        {
            routes.MapPost("/slack/commands", signed.RequireSignature(services.GetRequiredService<SlashCommandHandler>().ReceiveAsync));
            routes.MapPost(
                "/slack/interactions",
                signed.RequireSignature(services.GetRequiredService<SlackInteractionHandler>().ReceiveAsync));
            routes.MapPost("/slack/events", signed.RequireSignature(services.GetRequiredService<SlackEventHandler>().ReceiveAsync));
        }

        services.GetService<InstallEndpoints>()?.Map(routes);
        return routes;
    }

    private static IServiceCollection AddLeaf(this IServiceCollection services)
    {
        services.AddSingleton<SlackApiRateLimiter>();
        services.AddApi<SlackApi>();
        services.AddHttpClient<ResponseUrlClient>(http => http.Timeout = CallTimeout).UseLongLivedHandler();

        services.AddSingleton<SlackConversationResolver>();
        services.AddSingleton<SlackScopeChecker>();
        services.AddSingleton<FormStateProtector>();
        services.AddSingleton<SlackFormOpener>();
        services.AddSingleton<SlackMessageInfoReader>();
        services.AddSingleton<SlackMembershipReader>();
        services.AddSingleton<UnreadRequestLog>();
        services.AddSingleton<SlackHomePublisher>();
        services.AddSingleton<SlackReactionHandler>();
        services.AddSingleton<SlashCommandHandler>();
        services.AddSingleton<SlackInteractionHandler>();
        services.AddSingleton<SlackEventHandler>();
        services.AddSingleton<SlackProfileFields>();
        services.AddSingleton<SlackProfileDetailsReader>();
        services.AddSingleton<SlackDirectory>();
        services.AddSingleton<IChatDirectory>(provider => provider.GetRequiredService<SlackDirectory>());
        services.AddSingleton<SlackDirectoryEventHandler>();
        services.AddSingleton<SlackUninstallHandler>();
        services.AddSingleton<SlackPostFinder>();
        services.AddSingleton<SlackPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
        services.AddSingleton<IDoctorCheck, SlackCheck>();
        services.AddChannelCheck<SlackChannelCheck>();
        return services;
    }

    private static IServiceCollection AddWayIn(this IServiceCollection services, SlackOptions options) => options.Mode is SlackMode.Socket
        ? services.AddSingleton<SocketEnvelopeDispatcher>().AddHostedService<SocketMode>()
        : services.AddSingleton<SlackSignatureFilter>();

    private static IServiceCollection AddTeams(this IServiceCollection services, SlackOptions options)
    {
        if (!options.IsInstallable)
        {
            return services
                .AddSingleton<ConfiguredSlackTeam>()
                .AddSingleton<ISlackTeams>(provider => provider.GetRequiredService<ConfiguredSlackTeam>())
                .AddHostedService<SlackConnector>();
        }

        services.AddApi<SlackOAuth>();
        return services
            .AddSingleton<SlackTokenProvider>()
            .AddSingleton<ISlackTeams, InstalledSlackTeams>()
            .AddSingleton<SlackInstaller>()
            .AddSingleton<OAuthStateProtector>()
            .AddSingleton<InstallEndpoints>()
            .AddSingleton<IDoctorCheck, InstallationsCheck>();
    }

    private static void AddApi<T>(this IServiceCollection services)
        where T : class => services
        .AddHttpClient<T>((provider, http) =>
        {
            http.BaseAddress = provider.GetRequiredService<IOptions<SlackOptions>>().Value.ApiBase;
            http.Timeout = CallTimeout;
        })
        .AddHttpMessageHandler(provider => new SlackApiRateLimiter.Handler(provider.GetRequiredService<SlackApiRateLimiter>()))
        .UseLongLivedHandler();
}
