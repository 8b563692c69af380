using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Introductions;

/// <summary>Messages about introductions. They never say who declined or didn't answer.</summary>
public static class IntroductionMessages
{
    public const string YesAction = "intro.yes";
    public const string NoAction = "intro.no";

    /// <summary>To the asker, at once.</summary>
    public static ChatMessage Begun(Person target) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            $"I ask somebody whom you and {target} can trust, and then {target}. You hear from me as soon as I know.")),
        new ChatBlock.Small(ChatText.Of(
            "Each of them may say no, and nobody is told who did. If the first way leads nowhere, I try one other.")));

    /// <summary>To a person who knows both.</summary>
    public static ChatMessage WouldYouIntroduce(IntroductionDetails details) => Question(
        details,
        (details.Connectors.Length, details.Willing.FirstOrDefault()) switch
        {
            (1, _) => ChatText.Of($"{details.Asker} would like to meet {details.Target}. You know both: would you bring them together?"),
            (_, null) =>
                ChatText.Of(
                    $"{details.Asker} would like to meet {details.Target}. The way leads through you and one more colleague: would you "
                        + $"help bring them together?"),
            (_, { } willing) =>
                ChatText.Of(
                    $"{details.Asker} would like to meet {details.Target}. {willing} is glad to help with it, and you know "
                        + $"{details.Target}: would you join in?"),
        });

    /// <summary>To the person whom the asker wants to meet.</summary>
    public static ChatMessage WouldYouMeet(IntroductionDetails details) => Question(
        details,
        ChatText.Of(
            $"{details.Asker} would like to meet you. {ChatText.List(details.Connectors)} would bring you together: is that welcome?"));

    public static ChatMessage YesAnswer(IntroductionDetails details) => ChatMessage.Of(details switch
    {
        { Introduction.State: IntroductionState.Made } => ChatText.Of($"Lovely. I bring you all together now."),
        { Introduction.State: IntroductionState.Declined } =>
            ChatText.Of($"Thank you. Something has changed meanwhile, so it does not come about this time."),
        _ when details.Awaited == details.Target => ChatText.Of($"Thank you. I ask {details.Target} now."),
        _ => ChatText.Of($"Thank you. I ask one more colleague, and then {details.Target}."),
    });

    public static ChatMessage NoAnswer(IntroductionDetails details) =>
        ChatMessage.Of(ChatText.Of($"That is fine. {details.Asker} is not told who said no."));

    /// <summary>Replaces the question when the person didn't answer in time.</summary>
    public static ChatMessage Lapsed(IntroductionDetails details) =>
        ChatMessage.Of(ChatText.Of($"{details.Asker} asked for an introduction. It is settled, and nothing is needed from you."));

    /// <summary>To the asker when there is no introduction. It's the same for every reason.</summary>
    public static ChatMessage NotThisTime(IntroductionDetails details) => ChatMessage.Of(ChatText.Of(
        $"An introduction to {details.Target} did not come about this time; people are busy. A question in a channel that you share may do "
            + $"as well."));

    /// <summary>To the people who had agreed when there is no introduction. It's the same for every reason.</summary>
    public static ChatMessage NotThisTimeFor(IntroductionDetails details) => ChatMessage.Of(ChatText.Of(
        $"The introduction of {details.Asker} and {details.Target} did not come about this time. Thank you for offering it."));

    /// <summary>
    /// To all of them: in one chat where the platform supports it, otherwise to each. <paramref name="address"/>: a link that opens a chat
    /// of all of them.
    /// </summary>
    public static ChatMessage Meet(IntroductionDetails details, IntroductionProfile asker, IntroductionProfile target, string? address) =>
        ChatMessage.Of(
    [
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.List(details.Connectors)} {(details.Connectors.Length == 1 ? "brings" : "bring")} you together: {details.Asker} "
                + $"and {details.Target}.")),
        new ChatBlock.Paragraph(TwoLines(asker)),
        new ChatBlock.Paragraph(TwoLines(target)),
        new ChatBlock.Paragraph(ChatText.Of($"Why {details.Asker} asked:")),
        new ChatBlock.Quote(details.Introduction.Reason),
        .. address is null
            ? []
            : ImmutableArray.Create<ChatBlock>(
                new ChatBlock.Paragraph(new ChatText([new ChatSpan.Link(address, "Open a chat of all of you")]))),
        new ChatBlock.Small(ChatText.Of("From here on it is yours.")),
    ]);

    public static ChatMessage Settled() => ChatMessage.Of(ChatText.Of("That is settled already."));

    public static ChatMessage Refused(IntroductionFault fault, Person target) => ChatMessage.Of(fault switch
    {
        IntroductionFault.Yourself =>
            ChatText.Of(
                "You know yourself best. Whom else would you like to meet? For example: /relate intro @ana because I want to learn how "
                    + "she plans"),
        IntroductionFault.NoReason =>
            ChatText.Of(
                $"Why would you like to meet {target}? A reason makes it easy to say yes. For example: /relate intro @ana because I want "
                    + $"to learn how she plans"),
        IntroductionFault.ReasonTooLong =>
            ChatText.Of($"That is longer than {Introduction.LongestReason} characters. One sentence is enough."),
        IntroductionFault.KnowEachOther =>
            ChatText.Of($"You and {target} know each other, so you need nobody in between. A word from you will do."),
        IntroductionFault.AskedAlready => ChatText.Of($"I am on it: you asked to meet {target}, and I wait for an answer."),
        IntroductionFault.TooMany =>
            ChatText.Of($"{AskForIntroductionHandler.MostOpen} introductions of yours wait for an answer. Let us see how these go first."),
        IntroductionFault.NoPath =>
            ChatText.Of(
                $"I know of no way to {target} through people you both trust. A question in a channel that you share may do as well."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No text for this fault."),
    });

    public static ChatMessage WhomToMeet(bool takesPart) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            "Whom would you like to meet, and why? For example: /relate intro @ana because I want to learn how she plans")),
        new ChatBlock.Small(ChatText.Of(takesPart
            ? "You take part in introductions yourself; /relate intro off ends that."
            : "Nobody is introduced to you or through you; /relate intro on changes that.")));

    public static ChatMessage TakesPart(bool takesPart) => ChatMessage.Of(ChatText.Of(takesPart
        ? "From now on I may ask you to introduce people, or whether somebody may meet you. "
            + "Each time you decide. /relate intro off ends it."
        : "From now on nobody is introduced to you or through you, and nobody is told why. /relate intro on changes it back."));

    private static ChatMessage Question(IntroductionDetails details, ChatText text) => ChatMessage.Of(
        new ChatBlock.Paragraph(text),
        new ChatBlock.Quote(details.Introduction.Reason),
        new ChatBlock.Buttons(
        [
            new ChatButton(YesAction, details.Introduction.Id.ToString("N"), "Yes, gladly", ChatButtonLook.Primary),
            new ChatButton(NoAction, details.Introduction.Id.ToString("N"), "Not now"),
        ]),
        new ChatBlock.Small(ChatText.Of($"A no stays between us. {details.Asker.Name} hears only whether it came about.")));

    private static ChatText TwoLines(IntroductionProfile introduced)
    {
        var who = introduced.Department is { } department
            ? ChatText.Of($"{introduced.Person}, {department}")
            : ChatText.Of($"{introduced.Person}");
        return ChatText.Of($"{who}\n{Offers(introduced.Topics)}");
    }

    private static string Offers(ImmutableArray<string> topics) => topics switch
    {
        [] => "Has not said yet what to ask about.",
        [var one] => $"Likes to be asked about #{one}.",
        [.. var others, var last] => $"Likes to be asked about {string.Join(", ", others.Select(topic => $"#{topic}"))} and #{last}.",
    };
}
