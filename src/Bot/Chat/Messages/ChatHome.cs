using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>A person's home page, independent of the platform. Only they see it, and it's updated when something changes.</summary>
/// <param name="Sections">The content, from top to bottom.</param>
public sealed record ChatHome(ImmutableArray<ChatSection> Sections)
{
    /// <summary>Returns the ids of the people mentioned on the page, without duplicates.</summary>
    public IReadOnlyCollection<Guid> Mentioned() => Sections.SelectMany(section => section.Blocks.Mentioned()).ToHashSet();
}
