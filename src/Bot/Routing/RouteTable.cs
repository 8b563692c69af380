using System.Collections.Frozen;
using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Routing;

/// <summary>All routes of this host, looked up by the kind of an input and its name.</summary>
public sealed class RouteTable
{
    private static readonly char[] ends = ['.', ' '];

    private readonly FrozenDictionary<Type, NamedRoutes> kinds;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> commandNames;
    private readonly Route otherwise;

    /// <summary>Looks at each of them once.</summary>
    /// <exception cref="InvalidOperationException">Two routes claim the same, or no route takes what is left over.</exception>
    public RouteTable(IEnumerable<Route> routes)
    {
        Routes = [.. routes];
        var claims = Routes.GroupBy(route => (route.Input, route.Name, route.IsPrefix));
        if (claims.FirstOrDefault(claimants => claimants.Count() > 1) is { } claimed)
        {
            var names = string.Join(" and by ", claimed.Select(route => route.Handler.Name));
            throw new InvalidOperationException($"{claimed.First()} is claimed by {names}.");
        }

        if (Routes.FirstOrDefault(route => route.IsPrefix && route.Name.IndexOfAny(ends) != route.Name.Length - 1) is { } endless)
        {
            throw new InvalidOperationException($"{endless} must end with its first dot or space.");
        }

        otherwise = Routes.FirstOrDefault(route => route.Input == typeof(ChatInput))
            ?? throw new InvalidOperationException("No route takes what is left over.");
        kinds = Routes.GroupBy(route => route.Input).ToFrozenDictionary(kind => kind.Key, kind => new NamedRoutes(kind));
        commandNames = Routes
            .Where(route => route.Input == typeof(ChatInput.Command) && !route.Name.Contains(' ', StringComparison.Ordinal))
            .Select(route => route.Name).Append(CommandWords.Umbrella)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All of them.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>Where an input leads: by its whole name, else by its family, else to whoever takes what is left over.</summary>
    public Route Find(ChatInput input) => kinds.GetValueOrDefault(input.GetType())?.Find(NameOf(input)) ?? otherwise;

    /// <summary>The command that this word names, whatever its case; null when it names none.</summary>
    public string? FindCommandName(ReadOnlySpan<char> word) => commandNames.TryGetValue(word, out var name) ? name : null;

    private static string NameOf(ChatInput input) => input switch
    {
        ChatInput.Command command => command.Name,
        ChatInput.Action action => action.Name,
        ChatInput.Form form => form.Name,
        ChatInput.Shortcut shortcut => shortcut.Name,
        _ => "",
    };

    /// <summary>The routes of one kind of input.</summary>
    private sealed class NamedRoutes(IEnumerable<Route> routes)
    {
        private readonly FrozenDictionary<string, Route> whole = Of(routes, isPrefix: false);

        private readonly FrozenDictionary<string, Route>.AlternateLookup<ReadOnlySpan<char>> families =
            Of(routes, isPrefix: true).GetAlternateLookup<ReadOnlySpan<char>>();

        public Route? Find(string name) =>
            whole.TryGetValue(name, out var route) || families.TryGetValue(name.AsSpan(0, name.IndexOfAny(ends) + 1), out route)
                ? route
                : null;

        private static FrozenDictionary<string, Route> Of(IEnumerable<Route> routes, bool isPrefix) =>
            routes.Where(route => route.IsPrefix == isPrefix).ToFrozenDictionary(route => route.Name, StringComparer.Ordinal);
    }
}

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

    internal delegate Task<ChatReply> Run(IServiceProvider scope, ChatContext context, ChatInput input,
        CancellationToken cancellationToken);

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
