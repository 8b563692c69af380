using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>Messages about help without an ask.</summary>
public static class HelpedMessages
{
    public const string ThanksAction = "helped.thanks";
    public const string DisputeAction = "helped.dispute";

    /// <summary>To the person who was helped.</summary>
    public static ChatMessage Claimed(HelpClaim claim, Person helper) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(claim.Text.Length > 0
            ? ChatText.Of($"{helper} noted that they helped you with:")
            : ChatText.Of($"{helper} noted that they helped you.")),
        .. claim.Text.Length > 0 ? ImmutableArray.Create<ChatBlock>(new ChatBlock.Quote(claim.Text)) : [],
        new ChatBlock.Buttons(
        [
            new ChatButton(ThanksAction, claim.Id.ToString("N"), "Thanks!", ChatButtonLook.Primary),
            new ChatButton(DisputeAction, claim.Id.ToString("N"), "That wasn't me"),
        ]),
    ]);

    public static ChatMessage Noted(IReadOnlyList<Person> helped) => ChatMessage.Of(ChatText.Of(
        $"Noted. {ChatText.List(helped)} can say thanks, or that it was not so; without an answer it counts in a week."));

    public static ChatMessage Thanked(Person helper) => ChatMessage.Of(ChatText.Of($"I passed your thanks on to {helper}."));

    public static ChatMessage Disputed() => ChatMessage.Of(ChatText.Of("Removed. Nobody is told."));

    public static ChatMessage Settled() => ChatMessage.Of(ChatText.Of("That is settled already."));

    public static ChatMessage NobodyNamed() => ChatMessage.Of(ChatText.Of("Whom did you help? For example: /helped @mark with his laptop"));

    public static ChatMessage PeopleOnly() =>
        ChatMessage.Of(ChatText.Of(
            "Whoever was helped has the last word, so this needs people, not a department: /helped @mark with his laptop"));

    public static ChatMessage Yourself() =>
        ChatMessage.Of(ChatText.Of("Helping yourself is fine, and nobody needs to confirm it. Who else was it?"));

    public static ChatMessage CannotAnswer(Person person) =>
        ChatMessage.Of(ChatText.Of($"{person.Name} cannot answer here, so I leave that out. Name the others once more and I note it."));

    public static ChatMessage TooLong() =>
        ChatMessage.Of(ChatText.Of($"That is longer than {ThanksLimits.Note} characters. One sentence is enough."));

    public static ChatMessage TooMany() =>
        ChatMessage.Of(ChatText.Of(
            $"That is more than {HelpClaimLifecycle.MaxPerHour} within an hour. Write the rest down later, or name fewer people."));
}
