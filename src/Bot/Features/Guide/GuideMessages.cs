using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain;

namespace RelateBot.Bot.Features.Guide;

/// <summary>The guide's messages.</summary>
internal static class GuideMessages
{
    private const int LongestWord = 40;

    /// <summary>
    /// Grouped help with examples. <paramref name="also"/>: what the platform offers besides commands. <paramref name="note"/>: how
    /// commands are given there.
    /// </summary>
    public static ChatMessage Help(ImmutableArray<string> also, string note) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("Say thanks")}\n/thanks @sue @raj for the new laptop #patience\n/thanks @it for the quick repair\n/thanks "
                + $"privately @sue for listening")),
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("Give kudos")} for something you saw\n/kudos @ana for the calm in that meeting")),
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("Ask for help")}\n/ask @it my laptop freezes\n/ask #excel how do I compare two lists?")),
        new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("Note help")} that you gave\n/helped @mark with his laptop")),
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("See how you stand")}; only you see it\n/relate me\n/relate with @it\n/relate with @sue")),
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("Know five people better")}; only you see who they are\n/relate five\n/relate five add @ana monthly")),
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("Find help")}\n/relate who #excel\n/relate offer #excel\n/relate department @it")),
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("Read the digest")} of help across departments, if you lead one, or a team\n/relate digest\n/relate digest "
                + $"last week\n/relate digest monthly\n/relate dashboard")),
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.Bold("Meet somebody")} through people you both trust\n/relate intro @ana because I want to learn how she plans")),
        new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("Say when I may come to you by myself")}\n/relate prompts")),
        new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("Meet colleagues")} over a coffee; only if you join\n/relate coffee")),
        .. also.IsEmpty
            ? []
            : ImmutableArray.Create<ChatBlock>(new ChatBlock.Paragraph(ChatText.Of(
                $"{ChatText.Bold("Without a command")}\n{string.Join('\n', also)}"))),
        new ChatBlock.Small(ChatText.Of($"Without any words, /thanks and /ask open a form. {note}")),
    ]);

    public static ChatMessage Hint() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of("I did not understand that. Most people start with: thanks @sue for the quick help")),
        Offers);

    public static ChatMessage NoSuchTopic(string word) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"I do not know “{word.Clip(LongestWord)}”. /relate help shows what I understand.")),
        Offers);

    public static ChatMessage WelcomeYou() => ChatMessage.Of(
        new ChatBlock.Paragraph(
            ChatText.Of("I remember who helped whom here and help you say thanks. Try: thanks @sue for the quick help")),
        new ChatBlock.Small(ChatText.Of(
            "I keep your name and what you tell me. What you say in private stays between you and those it is for.")),
        new ChatBlock.Buttons(
        [
            new ChatButton("thanks.form", "", "Say thanks", ChatButtonLook.Primary),
            new ChatButton("guide.help", "", "Show examples"),
            new ChatButton("guide.privacy", "", "What you store"),
        ]));

    public static ChatMessage WelcomeAll() =>
        ChatMessage.Of(ChatText.Of("I help you thank each other. Mention me and say, for example: thanks @sue for the quick help"));

    public static ChatMessage Privacy() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            "I keep your name, your e-mail address and department if your organisation tells me, and the thanks, kudos and help that you "
                + "and others tell me about.")),
        new ChatBlock.Small(ChatText.Of(
            "Public thanks are for everybody here. A private note is for you and those it is for: no manager, report or export shows it. "
                + "All of it is in your organisation's own database.")));

    private static ChatBlock.Buttons Offers =>
        new([new ChatButton("guide.help", "", "Show examples"), new ChatButton("thanks.form", "", "Say thanks", ChatButtonLook.Primary)]);
}
