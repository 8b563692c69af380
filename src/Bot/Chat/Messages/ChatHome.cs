using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>A person's home page in no platform's words: what only they see, always there, drawn anew when something changes.</summary>
/// <param name="Sections">From top to bottom.</param>
public sealed record ChatHome(ImmutableArray<ChatSection> Sections)
{
    /// <summary>The people whom it mentions, each once.</summary>
    public IReadOnlyCollection<Guid> Mentioned() => Sections.SelectMany(section => section.Blocks.Mentioned()).ToHashSet();
}
