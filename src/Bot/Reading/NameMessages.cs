using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Reading;

/// <summary>Messages about typed names that <see cref="NameResolver"/> couldn't resolve.</summary>
public static class NameMessages
{
    private const int LongestLabel = 75;

    /// <summary>No one has this name.</summary>
    public static ChatMessage Unknown(string typed) => ChatMessage.Of(ChatText.Of(UnknownSentence(typed)));

    /// <summary>The same as a sentence, to combine with others.</summary>
    public static string UnknownSentence(string typed) =>
        $"I know nobody called {typed}. Check the spelling, or type @ and choose from the list.";

    /// <summary>Several people or departments could be meant.</summary>
    public static ChatMessage Unclear(UnclearName name) => ChatMessage.Of(ChatText.Of(
        $"{name.Typed} could be "
            + $"{ChatText.List(name.Candidates.Take(NameResolver.MostCandidates).Select(candidate => ChatText.Of(candidate.Name)))}. Write "
            + $"it once more with the handle."));

    /// <summary>
    /// Asks which one is meant. A tap comes back as <paramref name="action"/>, and <see cref="Drafts.ChooseAsync"/> reads it.
    /// </summary>
    public static ChatMessage WhichOne(UnclearName unclear, Guid draftId, string action)
    {
        var shown = unclear.Candidates.Take(NameResolver.MostCandidates).ToList();
        var more = unclear.Candidates.Length - shown.Count;
        return ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Of($"Which {unclear.Typed} do you mean?")),
            new ChatBlock.Buttons(
                [.. shown.Select(
                    (candidate, index) => new ChatButton(action, $"{draftId:N}:{index}", Clip(candidate.Name, LongestLabel)))]),
            .. more > 0
                ? ImmutableArray.Create<ChatBlock>(
                    new ChatBlock.Small(ChatText.Of($"{more} more have that name. With a few more letters I find them.")))
                : [],
        ]);
    }

    private static string Clip(string text, int longest) =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");
}
