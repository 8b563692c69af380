using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary>Immediate answers to people who ask, or who tap a button of an ask.</summary>
public static class AskReplies
{
    public static ChatMessage Taken(AskDetails details, IReadOnlyList<Person> others) => ChatMessage.Of(others.Count == 0
        ? ChatText.Of($"It is yours, and {details.Asker} knows. What you need is in our direct messages.")
        : ChatText.Of($"You are in, with {ChatText.List(others)}, and {details.Asker} knows. What you need is in our direct messages."));

    public static ChatMessage NotNow(AskDetails details, bool wasAsked) => ChatMessage.Of(wasAsked
        ? ChatText.Of($"All right. I tell {details.Asker}, so that they can ask somebody else.")
        : ChatText.Of("All right. It stays open for somebody else; nobody is told."));

    public static ChatMessage Suggested(Person named) => ChatMessage.Of(ChatText.Of($"I asked {named} and said that it was your idea."));

    /// <summary>Why a suggested person can't be asked; null when they can.</summary>
    public static string? CannotSuggest(AskDetails details, Person? named) => named switch
    {
        null => "Whom do you have in mind?",
        { Kind: PersonKind.Bot } => "That is a program. Is there a person behind it?",
        { IsActive: false } => $"{named.Name} no longer has an account here.",
        _ when named.Id == details.Asker.Id => "They are the one who asks. Who else could help?",
        _ when details.IsHelpedBy(named.Id) => $"{named.Name} is on it already.",
        _ when named.Id == details.Person?.Id => AskedAlready(named),
        _ => null,
    };

    public static string AskedAlready(Person named) => $"{named.Name} has been asked already.";

    public static ChatMessage Withdrawn() => ChatMessage.Of(ChatText.Of("Closed. Whoever was asked sees that it is no longer needed."));

    public static ChatMessage Solved(AskDetails details, bool isAsker) => ChatMessage.Of(isAsker
        ? ChatText.Of("Good to hear. It is closed.")
        : ChatText.Of($"Closed, and {details.Asker} knows. That counts as help given."));

    public static ChatMessage NotYet() => ChatMessage.Of(ChatText.Of("All right, it stays open. I ask again in two working days."));

    public static ChatMessage HandedBack(AskDetails details) =>
        ChatMessage.Of(ChatText.Of($"Handed back, and {details.Asker} knows. That happens."));

    /// <summary>Says why a tap changed nothing.</summary>
    public static ChatMessage Unchanged(AskDetails details, AskActionResult change) => ChatMessage.Of(change switch
    {
        AskActionResult.NoChange => ChatText.Of("That is so already."),
        AskActionResult.OwnAsk =>
            ChatText.Of("This is your own ask. When it is solved or no longer needed, say so in our direct messages."),
        AskActionResult.NotYours => ChatText.Of($"Only {details.Asker} and those who help can do that."),
        AskActionResult.AskClosed => details.Ask.State switch
        {
            AskState.Solved => ChatText.Of("It is solved already."),
            AskState.Expired => ChatText.Of("It has been closed, since nobody could take it in time."),
            _ => ChatText.Of($"{details.Asker} no longer needs it."),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    });

    public static ChatMessage Gone() => ChatMessage.Of(ChatText.Of("I do not know that ask any more."));

    public static ChatMessage OneAtATime() => ChatMessage.Of(ChatText.Of(
        "One ask goes to one person or one department. Name the department, and whoever can takes it: /ask @it my laptop freezes"));

    public static ChatMessage Unknown(string typed) =>
        ChatMessage.Of(ChatText.Of(
            $"I know nobody called {typed}. Check the spelling, or leave the name out and whoever can help takes it."));

    public static ChatMessage Refused(AskFault fault, string? name) => ChatMessage.Of(ChatText.Of(Sentence(fault, name)));

    /// <summary>The same as errors on the form's fields.</summary>
    public static ImmutableDictionary<string, string> FormErrors(AskFault fault, string? name) =>
        ImmutableDictionary<string, string>.Empty.Add(
        fault switch
        {
            AskFault.Yourself or AskFault.Program or AskFault.HasLeft => AskForm.PersonField,
            AskFault.NeededInThePast => AskForm.NeededByField,
            _ => AskForm.TextField,
        },
        Sentence(fault, name));

    private static string Sentence(AskFault fault, string? name) => fault switch
    {
        AskFault.NoText => "What do you need? One sentence is enough, for example: /ask @it my laptop freezes",
        AskFault.TextTooLong =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"That is longer than {Ask.LongestText:N0} characters. The first few lines are what people read."),
        AskFault.Yourself => "That would ask yourself. Who else could know?",
        AskFault.Program => $"{name} is a program and cannot help. Who is behind it?",
        AskFault.HasLeft => $"{name} no longer has an account here. Who does their work now?",
        AskFault.NeededInThePast => "That day is over. Until when would help be of use?",
        AskFault.TooMany =>
            $"{HelpRules.MaxActiveAsks} of your asks are open. Close one that is solved or no longer needed, and I pass this one on.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
