using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Routing;

/// <summary>
/// Maps inputs to the classes that handle them. A handler class is registered separately and constructed only when it is needed.
/// </summary>
public sealed class RouteBuilder(IServiceCollection services)
{
    /// <summary>Routes a command by name, for example "thanks", or "relate me" for a subcommand of <c>/relate</c>.</summary>
    public RouteBuilder Command<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Command>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>Routes all commands with a prefix, for example "relate ", that have no route of their own.</summary>
    public RouteBuilder CommandsUnder<THandler>(string prefix, Func<THandler, RouteHandler<ChatInput.Command>> handle)
        where THandler : notnull => Add(prefix, isPrefix: true, handle);

    /// <summary>Routes a button by its action name.</summary>
    public RouteBuilder Action<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Action>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>Routes all buttons with a prefix, for example "ask.", that have no route of their own.</summary>
    public RouteBuilder ActionsUnder<THandler>(string prefix, Func<THandler, RouteHandler<ChatInput.Action>> handle)
        where THandler : notnull => Add(prefix, isPrefix: true, handle);

    /// <summary>Routes a form by name.</summary>
    public RouteBuilder Form<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Form>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>Routes an entry of a message's menu by name.</summary>
    public RouteBuilder Shortcut<THandler>(string name, Func<THandler, RouteHandler<ChatInput.Shortcut>> handle)
        where THandler : notnull => Add(name, isPrefix: false, handle);

    /// <summary>Routes a kind of input that has no name.</summary>
    public RouteBuilder Kind<TInput, THandler>(Func<THandler, RouteHandler<TInput>> handle)
        where TInput : ChatInput
        where THandler : notnull => Add("", isPrefix: false, handle);

    /// <summary>Routes every input without another route.</summary>
    public RouteBuilder Otherwise<THandler>(Func<THandler, RouteHandler<ChatInput>> handle)
        where THandler : notnull => Add("", isPrefix: false, handle);

    /// <summary>Routes a button to another action: the handler turns the tap into a different one, which is routed instead.</summary>
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
