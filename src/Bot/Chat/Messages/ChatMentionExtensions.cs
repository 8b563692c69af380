using System.Collections.Immutable;

namespace RelateBot.Bot.Chat.Messages;

/// <summary>Whom blocks mention.</summary>
internal static class ChatMentionExtensions
{
    /// <summary>The people, each as often as they are mentioned.</summary>
    public static IEnumerable<Guid> Mentioned(this ImmutableArray<ChatBlock> blocks) => blocks
        .SelectMany(block => block switch
        {
            ChatBlock.Paragraph paragraph => paragraph.Text.Spans,
            ChatBlock.Small small => small.Text.Spans,
            _ => [],
        })
        .OfType<ChatSpan.PersonRef>().Select(person => person.Id);
}
