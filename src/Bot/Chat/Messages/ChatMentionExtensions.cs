using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>Finds the people whom blocks mention.</summary>
internal static class ChatMentionExtensions
{
    /// <summary>Returns the id of each mentioned person, once for each mention.</summary>
    public static IEnumerable<Guid> Mentioned(this ImmutableArray<ChatBlock> blocks) => blocks
        .SelectMany(block => block switch
        {
            ChatBlock.Paragraph paragraph => paragraph.Text.Spans,
            ChatBlock.Small small => small.Text.Spans,
            _ => [],
        })
        .OfType<ChatSpan.PersonRef>().Select(person => person.Id);
}
