using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Routing;

/// <summary>How a feature class answers a kind of input.</summary>
public delegate Task<ChatReply> RouteHandler<in TInput>(ChatContext context, TInput input, CancellationToken cancellationToken);

/// <summary>How a feature class says which input it takes a tap for.</summary>
public delegate Task<ChatInput.Action> Redirection(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken);

/// <summary>A kind of input, or one name of it, and the feature class that answers it. Made by <see cref="RouteBuilder"/>.</summary>
public sealed class Route
{
    private readonly Run run;

    internal Route(Type input, string name, bool isPrefix, Type handler, Run run)
    {
        (Input, Name, IsPrefix, Handler) = (input, name, isPrefix, handler);
        this.run = run;
    }

    internal delegate Task<ChatReply> Run(IServiceProvider scope, ChatContext context, ChatInput input, CancellationToken cancellationToken);

    /// <summary>The kind of <see cref="ChatInput"/>; that type itself for whatever nobody else claims.</summary>
    public Type Input { get; }

    /// <summary>The input's name; empty for kinds that have none.</summary>
    public string Name { get; }

    /// <summary>True when it stands for every name that begins with <see cref="Name"/> and is not claimed by itself.</summary>
    public bool IsPrefix { get; }

    /// <summary>The class that answers; taken from the scope when this route is.</summary>
    public Type Handler { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Input.Name} '{Name}{(IsPrefix ? "*" : "")}'";

    internal Task<ChatReply> RunAsync(IServiceProvider scope, ChatContext context, ChatInput input, CancellationToken cancellationToken) =>
        run(scope, context, input, cancellationToken);
}
