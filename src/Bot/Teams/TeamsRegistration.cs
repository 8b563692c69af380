using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Bot.Teams.Graph;
using RelateBot.Bot.Teams.Invokes;
using RelateBot.Bot.Teams.Trust;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Teams;

/// <summary>Everything Teams; nothing of it when no app id is set.</summary>
public static class TeamsRegistration
{
    // Teams waits fifteen seconds for the answer to an activity, and some need a call or two before it.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    // Twenty mailboxes are asked in one call, by night.
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

        return options.IsOn && !options.DangerouslyAllowUnauthenticatedRequests ? services.AddSingleton<IDoctorCheck, TeamsCheck>() : services;
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
        services.AddHttpClient(SigningKeys.ClientName, http => http.Timeout = CallTimeout).KeptForGood();
        services.AddHttpClient(LoginHttp.ClientName, http => http.Timeout = CallTimeout).KeptForGood();
        return services
            .AddSingleton<SigningKeys>()
            .AddSingleton<InboundTokens>()
            .AddSingleton<ServiceUrls>()
            .AddSingleton<ActivityTrust>()
            .AddSingleton<IMsalHttpClientFactory, LoginHttp>()
            .AddSingleton<ITokenSource, MsalTokens>();
    }

    private static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddHttpClient<ConnectorClient>(http => http.Timeout = CallTimeout).KeptForGood();
        return services.AddSingleton<ConnectorPace>();
    }

    private static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddHttpClient<GraphClient>(http => http.Timeout = GraphTimeout).KeptForGood();
        return services.AddSingleton<MailboxHours>();
    }

    private static IServiceCollection AddLeaf(this IServiceCollection services) => services
        .AddSingleton<TeamsTenants>()
        .AddSingleton<TeamsReferences>()
        .AddSingleton<TeamsChats>()
        .AddSingleton<TeamsDirectory>()
        .AddSingleton<IChatDirectory>(provider => provider.GetRequiredService<TeamsDirectory>())
        .AddSingleton<TeamsPeople>()
        .AddSingleton<TeamsReplies>()
        .AddSingleton<TeamsForms>()
        .AddSingleton<ReplyOutbox>()
        .AddSingleton<MessageActivities>()
        .AddSingleton<InstallationActivities>()
        .AddSingleton<ConversationActivities>()
        .AddSingleton<ReactionActivities>()
        .AddSingleton<FormsAgain>()
        .AddSingleton<CardInvokes>()
        .AddSingleton<DialogInvokes>()
        .AddSingleton<ExtensionInvokes>()
        .AddSingleton<SearchInvokes>()
        .AddSingleton<TapPace>()
        .AddSingleton<TeamsInvokes>()
        .AddSingleton<TeamsActivities>()
        .AddSingleton<TeamsEndpoint>()
        .AddSingleton<IChatPlatform, TeamsPlatform>();
}
