using RelateBot.Bot.Routing;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Features.Focus;

/// <summary>Five people whom somebody wants to know better.</summary>
public static class FocusRegistration
{
    public static IServiceCollection AddFocus(this IServiceCollection services) => services
        .AddSingleton(Openers.Read(Environment.CurrentDirectory, AppContext.BaseDirectory))
        .AddScoped<FocusBook>()
        .AddScoped<FiveViews>()
        .AddScoped<FiveCommand>()
        .AddScoped<FiveActions>()
        .AddRoutes(routes => routes
            .Command<FiveCommand>("relate five", five => five.HandleAsync)
            .ActionsUnder<FiveActions>("five.", actions => actions.HandleAsync)
            .Form<FiveActions>(FiveForm.Save, actions => actions.HandleAsync));
}
