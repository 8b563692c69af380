using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Routing;

/// <summary>
/// Says which input leads to which class of a feature. The class is registered beside it, and constructed only when it is needed.
/// </summary>
public sealed class RouteBuilder(IServiceCollection services)
{
    /// <summary>A command by its name, for example "thanks", or "relate me" below <c>/relate</c>.</summary>
    public RouteBuilder Command<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Command>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>All commands below one, for example "relate ", that nobody claims by name.</summary>
    public RouteBuilder CommandsUnder<THandler>(string prefix, Func<THandler, RouteHandler<ChatInput.Command>> handle)
        where THandler : notnull => Add(prefix, isPrefix: true, handle);

    /// <summary>A button by its name.</summary>
    public RouteBuilder Action<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Action>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>All buttons of a family, for example "ask.", that nobody claims by name.</summary>
    public RouteBuilder ActionsUnder<THandler>(string prefix, Func<THandler, RouteHandler<ChatInput.Action>> handle)
        where THandler : notnull => Add(prefix, isPrefix: true, handle);

    /// <summary>A form by its name.</summary>
    public RouteBuilder Form<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Form>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>Something from the menu of a message, by its name.</summary>
    public RouteBuilder Shortcut<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Shortcut>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>A kind of input that has no name.</summary>
    public RouteBuilder Kind<TInput, THandler>(Func<THandler, RouteHandler<TInput>> handle)
        where TInput : ChatInput
        where THandler : notnull => Add("", isPrefix: false, handle);

    /// <summary>Whatever no other route is for.</summary>
    public RouteBuilder Otherwise<THandler>(Func<THandler, RouteHandler<ChatInput>> handle)
        where THandler : notnull => Add("", isPrefix: false, handle);

    /// <summary>A button that stands for another one: what the class makes of the tap is routed in its place.</summary>
    public RouteBuilder Redirect<THandler>(string action, Func<THandler, Redirection> redirect)
        where THandler : notnull =>
        Add(new Route(typeof(ChatInput.Action), action, isPrefix: false, typeof(THandler), async (scope, context, input, token) =>
        {
            var meant = await redirect(scope.GetRequiredService<THandler>())(context, (ChatInput.Action)input, token);
            return await scope.GetRequiredService<CommandRouter>().RouteAsync(context, meant, token);
        }));

    private RouteBuilder Add<TInput, THandler>(string name, bool isPrefix, Func<THandler, RouteHandler<TInput>> handle)
        where TInput : ChatInput
        where THandler : notnull =>
        Add(new Route(typeof(TInput), name, isPrefix, typeof(THandler), (scope, context, input, token) =>
            handle(scope.GetRequiredService<THandler>())(context, (TInput)input, token)));

    private RouteBuilder Add(Route route)
    {
        services.AddSingleton(route);
        return this;
    }
}
