using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>Registers thanks and kudos.</summary>
public static class ThanksRegistration
{
    public static IServiceCollection AddThanks(this IServiceCollection services) => services
        .AddScoped<ActReader>()
        .AddScoped<GiveThanksHandler>()
        .AddScoped<UndoThanksHandler>()
        .AddScoped<SecondThanksHandler>()
        .AddScoped<ThanksNotifier>()
        .AddScoped<ThanksCommand>()
        .AddScoped<DeferredTeamThanks>()
        .AddScoped<ThanksReactions>()
        .AddScoped<ThanksActions>()
        .AddRoutes(routes => routes
            .Command<ThanksCommand>(ThanksCommand.ThanksName, thanks => thanks.HandleAsync)
            .Command<ThanksCommand>(ThanksCommand.KudosName, thanks => thanks.HandleAsync)
            .Form<ThanksCommand>(ThanksForm.Give, thanks => thanks.HandleAsync)
            .Shortcut<ThanksCommand>(
                ThanksForm.ForMessage, thanks => (context, shortcut, token) => thanks.HandleAsync(context, shortcut.Post, token))
            .ActionsUnder<ThanksActions>("thanks.", actions => actions.HandleAsync)
            .Form<ThanksActions>(ThanksForm.SayBack, actions => actions.HandleAsync)
            .Kind<ChatInput.Approval, ThanksActions>(actions => actions.HandleAsync)
            .Kind<ChatInput.Reaction, ThanksReactions>(reactions => reactions.HandleAsync));
}
