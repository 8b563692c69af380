using RelateBot.Bot.Routing;

namespace RelateBot.Bot.Features.Ties;

/// <summary>Registers the view of a person's own ties.</summary>
public static class TiesRegistration
{
    public static IServiceCollection AddTies(this IServiceCollection services) => services
        .AddScoped<MeCommand>()
        .AddRoutes(routes => routes
            .Command<MeCommand>("relate me", me => (context, _, token) => me.HandleAsync(context, token))
            .Action<MeCommand>(TieMessages.ThankAction, me => me.ThankAsync));
}
