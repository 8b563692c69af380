using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Playground;

/// <summary>The channels there are.</summary>
internal sealed class Channels(IOptions<OrganisationOptions> organisation)
{
    private static readonly ImmutableArray<Channel> Usual =
    [
        new Channel("#general", "What concerns all of us"),
        new Channel("#kudos", "Thanks and kudos, for everybody to see"),
        new Channel("#it-help", "Ask IT; somebody will answer"),
    ];

    /// <summary>All of them; the one that thanks are posted to is among them whatever it is called.</summary>
    public ImmutableArray<Channel> All { get; } =
        organisation.Value.KudosChannel is { Length: > 0 } kudos && Usual.All(channel => channel.Name != ToName(kudos))
            ? [.. Usual, new Channel(ToName(kudos), "Thanks and kudos, for everybody to see")]
            : Usual;

    /// <summary>The channel's conversation, or null when there is none of that name.</summary>
    public string? Find(string name) => All.FirstOrDefault(channel => channel.Name == ToName(name))?.Name;

    private static string ToName(string name) => name.StartsWith('#') ? name : $"#{name}";

    /// <summary>A channel.</summary>
    internal sealed record Channel(string Name, string Topic);
}
