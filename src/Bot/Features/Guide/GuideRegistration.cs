using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Routing;

namespace RelateBot.Bot.Features.Guide;

/// <summary>Registers the help, and the answers to input that wasn't understood.</summary>
public static class GuideRegistration
{
    public static IServiceCollection AddGuide(this IServiceCollection services) => services
        .AddSingleton<GuideCommand>()
        .AddRoutes(routes => routes
            .Kind<ChatInput.Message, GuideCommand>(guide => guide.HintAsync)
            .Kind<ChatInput.Installed, GuideCommand>(guide => guide.WelcomeAsync)
            .Command<GuideCommand>("help", guide => guide.HelpAsync)
            .Command<GuideCommand>("relate ", guide => guide.HelpAsync)
            .Command<GuideCommand>("relate help", guide => guide.HelpAsync)
            .CommandsUnder<GuideCommand>("relate ", guide => guide.NoSuchTopicAsync)
            .Action<GuideCommand>("guide.help", guide => guide.HelpAsync)
            .Action<GuideCommand>("guide.privacy", guide => guide.PrivacyAsync)
            .Otherwise<GuideCommand>(guide => guide.NotUnderstoodAsync));
}
