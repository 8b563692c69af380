using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;

namespace RelateBot.Bot.Playground;

/// <summary>The playground's channels.</summary>
internal sealed class Channels(IOptions<OrganisationOptions> organisation)
{
    private static readonly ImmutableArray<Channel> Usual =
    [
        new Channel("#general", "What concerns all of us"),
        new Channel("#kudos", "Thanks and kudos, for everybody to see"),
        new Channel("#it-help", "Ask IT; somebody will answer"),
    ];

    /// <summary>All channels, including those that the bot is configured to post to.</summary>
    public ImmutableArray<Channel> All { get; } =
    [
        .. Usual,
        .. new[]
        {
            new Channel(ToName(organisation.Value.KudosChannel), "Thanks and kudos, for everybody to see"),
            new Channel(ToName(organisation.Value.HelpChannel), "Ask; whoever can help will"),
        }.Where(channel => channel.Name != "#" && Usual.All(usual => usual.Name != channel.Name)).DistinctBy(
            channel => channel.Name,
            StringComparer.Ordinal),
    ];

    /// <summary>Returns the channel's conversation, or null when there is no channel with this name.</summary>
    public string? Find(string name) => All.FirstOrDefault(channel => channel.Name == ToName(name))?.Name;

    private static string ToName(string name) => name.StartsWith('#') ? name : $"#{name}";

    /// <summary>A channel.</summary>
    internal sealed record Channel(string Name, string Topic);
}
