using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Hosting;
using RelateBot.Bot.Slack.Api;
using RelateBot.Bot.Slack.Commands;
using RelateBot.Bot.Slack.Events;
using RelateBot.Bot.Slack.Interactions;

namespace RelateBot.Bot.Slack;

/// <summary>Everything Slack; nothing of it when no secret is set.</summary>
public static class SlackRegistration
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SlackOptions>().Bind(configuration.GetSection(SlackOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .Validate(options => !options.IsOn || !string.IsNullOrWhiteSpace(options.SigningSecret),
                "Set Slack:SigningSecret (the app's page, Basic Information, Signing Secret): Slack:BotToken is set, and without it no request can be told from a forged one.")
            .Validate(options => !options.IsOn || !string.IsNullOrWhiteSpace(options.BotToken),
                "Set Slack:BotToken (the app's page, OAuth & Permissions, Bot User OAuth Token, xoxb-…): Slack:SigningSecret is set, and without it nothing can be sent.")
            .Validate(options => Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp),
                "Slack:ApiBaseUrl must be a web address, for example https://slack.com/api/.")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return IsOn(configuration) ? services.AddLeaf() : services;
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

        return routes;
    }

    private static bool IsOn(IConfiguration configuration) => configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() is { IsOn: true };

    private static IServiceCollection AddLeaf(this IServiceCollection services)
    {
        services.AddHttpClient<SlackApiClient>((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<SlackOptions>>().Value;
            http.BaseAddress = options.ApiBase;
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
            http.Timeout = CallTimeout;
        }).KeptForGood();
        services.AddHttpClient<ResponseUrlClient>(http => http.Timeout = CallTimeout).KeptForGood();

        services.AddSingleton<SlackTeam>();
        services.AddSingleton<SlackConversations>();
        services.AddSingleton<FormSeal>();
        services.AddSingleton<SlackForms>();
        services.AddSingleton<SlackPosts>();
        services.AddSingleton<SlackHomes>();
        services.AddSingleton<SlackReactions>();
        services.AddSingleton<ReplyOutbox>();
        services.AddSingleton<SlashCommands>();
        services.AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SignedRequests>();
        services.AddSingleton<SlackPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
        services.AddSingleton<IDoctorCheck, SlackCheck>();
        services.AddHostedService<SlackConnector>();
        services.AddHostedService<SlackProfiles>();
        return services;
    }

    /// <summary>Singletons hold these clients, so the handler renews its connections itself. Their own log would show response_urls, which are secrets.</summary>
    private static void KeptForGood(this IHttpClientBuilder client) => client
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
