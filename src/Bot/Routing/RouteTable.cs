using System.Collections.Frozen;
using System.Collections.Immutable;
using RelateBot.Bot.Chat.Requests;

namespace RelateBot.Bot.Routing;

/// <summary>All routes of this host, by kind of input and name.</summary>
public sealed class RouteTable
{
    private static readonly char[] ends = ['.', ' '];

    private readonly FrozenDictionary<Type, NamedRoutes> kinds;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> commandNames;
    private readonly Route otherwise;

    /// <summary>Builds the table.</summary>
    /// <exception cref="InvalidOperationException">Two routes have the same input and name, a prefix doesn't end with its first dot or
    /// space, or there is no route for all other inputs.</exception>
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
            ?? throw new InvalidOperationException("There is no route for all other inputs.");
        kinds = Routes.GroupBy(route => route.Input).ToFrozenDictionary(kind => kind.Key, kind => new NamedRoutes(kind));
        commandNames = Routes
            .Where(route => route.Input == typeof(ChatInput.Command) && !route.Name.Contains(' ', StringComparison.Ordinal))
            .Select(route => route.Name).Append(CommandWords.Umbrella)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All routes.</summary>
    public ImmutableArray<Route> Routes { get; }

    /// <summary>Finds the route of an input: by its full name, then by its prefix, then the route for all other inputs.</summary>
    public Route Find(ChatInput input) => kinds.GetValueOrDefault(input.GetType())?.Find(NameOf(input)) ?? otherwise;

    /// <summary>Returns the command that this word names, ignoring case; null when there is none.</summary>
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

/// <summary>Answers one kind of input.</summary>
public delegate Task<ChatReply> RouteHandler<in TInput>(ChatContext context, TInput input, CancellationToken cancellationToken);

/// <summary>Returns the action that a tap really means.</summary>
public delegate Task<ChatInput.Action> Redirection(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken);

/// <summary>
/// Connects a kind of input, or one name or prefix of it, to the class that handles it. Created by <see cref="RouteBuilder"/>.
/// </summary>
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

    /// <summary>The kind of <see cref="ChatInput"/>; <see cref="ChatInput"/> itself for the route of all other inputs.</summary>
    public Type Input { get; }

    /// <summary>The input's name or prefix; empty for kinds without names.</summary>
    public string Name { get; }

    /// <summary>True when the route covers every name that starts with <see cref="Name"/> and has no route of its own.</summary>
    public bool IsPrefix { get; }

    /// <summary>The class that handles the input. It comes from the request's scope.</summary>
    public Type Handler { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Input.Name} '{Name}{(IsPrefix ? "*" : "")}'";

    internal Task<ChatReply> RunAsync(IServiceProvider scope, ChatContext context, ChatInput input, CancellationToken cancellationToken) =>
        run(scope, context, input, cancellationToken);
}
