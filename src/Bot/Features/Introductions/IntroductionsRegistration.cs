using RelateBot.Bot.Routing;
using RelateBot.Domain.Introductions;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Registers introductions through someone whom both know well.</summary>
public static class IntroductionsRegistration
{
    public static IServiceCollection AddIntroductions(this IServiceCollection services) => services
        .AddScoped<WarmPaths>()
        .AddScoped<AskForIntroductionHandler>()
        .AddScoped<IntroductionLifecycle>()
        .AddScoped<IntroductionNotifier>()
        .AddScoped<IntroCommand>()
        .AddScoped<IntroductionSteps>()
        .AddJob<IntroductionJob>("introductions", new JobSchedule.Every(TimeSpan.FromMinutes(5)))
        .AddRoutes(routes => routes
            .Command<IntroCommand>("relate intro", intro => intro.HandleAsync)
            .Action<IntroCommand>(IntroductionMessages.YesAction, intro => intro.HandleAsync)
            .Action<IntroCommand>(IntroductionMessages.NoAction, intro => intro.HandleAsync));
}
