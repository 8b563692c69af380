using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Directory;
using RelateBot.Bot.Teams.Graph;
using RelateBot.Bot.Teams.Invokes;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Bot.Teams.Trust;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Teams;

/// <summary>Registers Teams. Does nothing when no app id is set.</summary>
public static class TeamsRegistration
{
    // Teams waits 15 seconds for a response, and some responses need one or two calls first.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    // One nightly call reads twenty mailboxes.
    private static readonly TimeSpan GraphTimeout = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<TeamsOptions>(configuration, TeamsOptions.Section);
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidation>();
        var options = configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();
        if (options.IsOn)
        {
            services.AddTrust().AddConnector().AddGraph().AddLeaf();
        }

        return options.IsOn && !options.DangerouslyAllowUnauthenticatedRequests
            ? services.AddSingleton<IDoctorCheck, TeamsCheck>()
            : services;
    }

    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<TeamsEndpoint>() is { } endpoint)
        {
            routes.MapPost("/api/messages", endpoint.ReceiveAsync);
        }

        return routes;
    }

    private static IServiceCollection AddTrust(this IServiceCollection services)
    {
        services.AddHttpClient(SigningKeyCache.ClientName, http => http.Timeout = CallTimeout).UseLongLivedHandler();
        services.AddHttpClient(MsalHttpClientFactory.ClientName, http => http.Timeout = CallTimeout).UseLongLivedHandler();
        return services
            .AddSingleton<SigningKeyCache>()
            .AddSingleton<InboundTokenValidator>()
            .AddSingleton<TrustedServiceUrls>()
            .AddSingleton<ActivityAuthorizer>()
            .AddSingleton<IMsalHttpClientFactory, MsalHttpClientFactory>()
            .AddSingleton<ITokenSource, MsalTokenSource>();
    }

    private static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddHttpClient<ConnectorClient>(http => http.Timeout = CallTimeout).UseLongLivedHandler();
        return services.AddSingleton<ConnectorRateLimiter>();
    }

    private static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddHttpClient<GraphClient>(http => http.Timeout = GraphTimeout).UseLongLivedHandler();
        return services.AddSingleton<MailboxWorkingHoursReader>();
    }

    private static IServiceCollection AddLeaf(this IServiceCollection services) => services
        .AddSingleton<TeamsTenantResolver>()
        .AddSingleton<TeamsReferenceRecorder>()
        .AddSingleton<TeamsConversationResolver>()
        .AddSingleton<TeamsDirectory>()
        .AddSingleton<IChatDirectory>(provider => provider.GetRequiredService<TeamsDirectory>())
        .AddSingleton<TeamsIdentityResolver>()
        .AddSingleton<TeamsReplySender>()
        .AddSingleton<TeamsFormSender>()
        .AddSingleton<MessageActivityHandler>()
        .AddSingleton<InstallationUpdateHandler>()
        .AddSingleton<ConversationUpdateHandler>()
        .AddSingleton<ReactionActivityHandler>()
        .AddSingleton<FormRedisplay>()
        .AddSingleton<CardInvokeHandler>()
        .AddSingleton<DialogInvokeHandler>()
        .AddSingleton<MessageExtensionHandler>()
        .AddSingleton<SearchInvokeHandler>()
        .AddSingleton<TapRateLimiter>()
        .AddSingleton<TeamsInvokeDispatcher>()
        .AddSingleton<TeamsActivityDispatcher>()
        .AddSingleton<TeamsEndpoint>()
        .AddSingleton<IChatPlatform, TeamsPlatform>()
        .AddChannelCheck<TeamsChannelCheck>();
}
