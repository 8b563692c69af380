using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Digests;
using RelateBot.Bot.Features.Focus;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Routing;

namespace RelateBot.Bot.Features.Home;

/// <summary>
/// Registers the home page, where the platform has one. Its sections are shown in the order in which they are added here.
/// </summary>
public static class HomeRegistration
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddSingleton<HomeMessages>()
        .AddScoped<HomeCommand>()
        .AddScoped<IHomeSection, AsksSection>()
        .AddScoped<IHomeSection, FocusSection>()
        .AddScoped<IHomeSection, CoffeeSection>()
        .AddScoped<IHomeSection, ReceivedSection>()
        .AddScoped<IHomeSection, GivenSection>()
        .AddScoped<IHomeSection, DigestSection>()
        .AddScoped<IHomeSection, PromptSection>()
        .AddHostedService<HomePageRefresher>()
        .AddRoutes(routes => routes
            .Kind<ChatInput.Home, HomeCommand>(home => (context, _, token) => home.OpenAsync(context, token))
            .Action<HomeCommand>(HomeMessages.TurnAction, home => home.TurnPageAsync));
}
