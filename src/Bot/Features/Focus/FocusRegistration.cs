using RelateBot.Bot.Routing;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Features.Focus;

/// <summary>Registers the focus list: up to five people whom someone wants to know better.</summary>
public static class FocusRegistration
{
    public static IServiceCollection AddFocus(this IServiceCollection services) => services
        .AddSingleton(ConversationOpeners.Read(Environment.CurrentDirectory, AppContext.BaseDirectory))
        .AddScoped<FocusListEditor>()
        .AddScoped<FocusViewReader>()
        .AddScoped<FocusCommand>()
        .AddScoped<FocusActions>()
        .AddRoutes(routes => routes
            .Command<FocusCommand>("relate five", five => five.HandleAsync)
            .ActionsUnder<FocusActions>("five.", actions => actions.HandleAsync)
            .Form<FocusActions>(FocusForm.Save, actions => actions.HandleAsync));
}
