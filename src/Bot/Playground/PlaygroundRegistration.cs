using Microsoft.Extensions.DependencyInjection.Extensions;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Playground.Api;
using RelateBot.Bot.Playground.Demo;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Playground;

/// <summary>
/// Registers the playground when it is enabled. Call it after the store, which provides its migrations, and before the chat, which uses its
/// clock.
/// </summary>
public static class PlaygroundRegistration
{
    public static IServiceCollection AddPlayground(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment)
    {
        services.AddValidatedOptions<PlaygroundOptions>(configuration, PlaygroundOptions.Section);
        services.AddValidatedOptions<DemoOptions>(configuration, DemoOptions.Section);
        if (!(configuration.GetSection(PlaygroundOptions.Section).GetValue<bool?>(nameof(PlaygroundOptions.Enabled))
            ?? environment.IsDevelopment()))
        {
            return services;
        }

        var real = services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider))?.ImplementationInstance as TimeProvider
            ?? TimeProvider.System;
        var clock = new PlaygroundClock(real);
        services.AddSingleton(clock);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

        services.AddSingleton<LiveFeed>();
        services.AddSingleton<PlaygroundMessageStore>();
        services.AddSingleton<Channels>();
        services.AddSingleton<IChatPlatform, PlaygroundPlatform>();
        services.AddSingleton<VisitorResolver>();
        services.AddSingleton<DemoSeed>();
        services.AddScoped<PlaygroundAccounts>();
        services.AddHostedService<PlaygroundInitializer>();
        services.AddHostedService<LocalAddressGuard>();
        return services;
    }

    /// <summary>Maps the page and its endpoints. Does nothing when the playground is disabled.</summary>
    public static WebApplication MapPlayground(this WebApplication app)
    {
        if (app.Services.GetService<PlaygroundClock>() is not null)
        {
            app.MapPage();
            app.MapApi();
        }

        return app;
    }
}
