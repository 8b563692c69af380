using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain;
using RelateBot.Domain.Focus;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Focus;

/// <summary>
/// Messages about a person's focus list. Only its owner sees them. People are named but never mentioned, so that no platform notifies them.
/// </summary>
public static class FocusMessages
{
    public const string AllAction = "five.all";
    public const string ShowAction = "five.show";
    public const string AddAction = "five.add";
    public const string EditAction = "five.edit";
    public const string RemoveAction = "five.remove";
    public const string TalkedAction = "five.talked";
    public const string AnotherAction = "five.another";

    private const int LongestLabel = 40;
    private const string InWords = "/relate five add @ana monthly";

    private static readonly ImmutableArray<string> steps = [
        "about the work",
        "about how you two like to work",
        "about what you have learned",
        "about what matters to you"
    ];

    /// <summary>The whole list, one line for each person, with a button to their page.</summary>
    public static ChatMessage All(IReadOnlyList<FocusView> five) => five.Count == 0
        ? ChatMessage.Of([.. Empty(), new ChatBlock.Small(ChatText.Of($"In words: {InWords}. Only you see this."))])
        : ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Bold("Your five")),
            .. five.Select(view => new ChatBlock.Paragraph(Line(view))),
            new ChatBlock.Buttons([.. five.Select(view => Button(ShowAction, view, view.Person.Name.Excerpt(LongestLabel)))]),
            .. AddMore(five.Count),
            new ChatBlock.Small(ChatText.Of("Only you see this. Nobody learns that they are in it.")),
        ]);

    /// <summary>
    /// One person's page: when to be in touch, the last exchange, the note and an opener. <paramref name="said"/>: a sentence that comes
    /// first when something has just changed.
    /// </summary>
    public static ChatMessage Page(FocusView view, string? said = null) => ChatMessage.Of(
    [
        .. said is null ? [] : ImmutableArray.Create<ChatBlock>(new ChatBlock.Paragraph(ChatText.Of(said))),
        new ChatBlock.Paragraph(Line(view)),
        .. view.LastExchange is { } last
            ? ImmutableArray.Create<ChatBlock>(new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("Last between you")}\n{last}")))
            : [],
        .. Note(view),
        .. view.Person.CanReceive ? Opener(view) : [],
        new ChatBlock.Buttons([
            .. Buttons(view, isAtHome: false),
            Button(RemoveAction, view, "Take out", ChatButtonLook.Danger),
            new ChatButton(AllAction, "", "All five")
        ]),
        new ChatBlock.Small(ChatText.Of("Only you see this.")),
    ]);

    /// <summary>The list for the home page, without the parts that take long to load.</summary>
    public static ChatSection Section(IReadOnlyList<FocusView> five) => new(
        "Your five",
        five.Count == 0
            ? Empty()
            :
            [
                .. five.SelectMany(view => (IEnumerable<ChatBlock>)
                [
                    new ChatBlock.Paragraph(Line(view)), .. Note(view), .. view.Person.CanReceive ? Opener(view) : [],
                    new ChatBlock.Buttons(view.Person.CanReceive
                        ? [.. Buttons(view, isAtHome: true)]
                        : [Button(RemoveAction, view, "Take out", ChatButtonLook.Danger, isAtHome: true)]),
                ]),
                .. AddMore(five.Count),
            ]);

    public static string Added(FocusView view) => $"{view.Person.Name} is one of your five now. They do not learn of it.";

    public static string Saved() => "Saved.";

    public static string Talked(bool goesDeeper) =>
        goesDeeper ? "Good to hear. For the next time, one step deeper:" : "Good to hear. For the next time:";

    public static ChatMessage Removed(string name) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"{name} is no longer one of your five. Nothing of it is kept, and nobody is told.")),
        new ChatBlock.Buttons([new ChatButton(AllAction, "", "All five")]));

    public static ChatMessage Gone() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of("That one is not among your five any more.")),
        new ChatBlock.Buttons([new ChatButton(AllAction, "", "All five")]));

    public static ChatMessage NotOneOfThem(Person person) =>
        ChatMessage.Of(ChatText.Of(
            $"{person.Name} is not one of your five. To change that: /relate five add @{person.Handle ?? "name"} monthly"));

    public static ChatMessage WhoAndHowOften() =>
        ChatMessage.Of(ChatText.Of($"Name one person, for example: {InWords}. /relate five shows all of them."));

    public static ChatMessage HowOften() => ChatMessage.Of(ChatText.Of(
        $"After the name I only understand how often: {CadenceParser.All}. A note goes into the form under Edit, where it is kept sealed. "
            + $"Nothing has changed."));

    public static ChatMessage Refused(FocusFault fault, Person person) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(Sentence(fault, person))), new ChatBlock.Buttons([new ChatButton(AllAction, "", "All five")]));

    /// <summary>The reason in one sentence, also used for a form's field.</summary>
    public static string Sentence(FocusFault fault, Person person) => fault switch
    {
        FocusFault.Yourself => "You have known yourself for the longest time. Who else?",
        FocusFault.Bot => $"{person.Name} is a program and will not get to know you. Who else?",
        FocusFault.Stranger => $"{person.Name} belongs to another organisation, and I only look after this one. Who else?",
        FocusFault.HasLeft => $"{person.Name} is no longer here. Who else?",
        FocusFault.Full => "You have five already, and five is as many as most of us can do well. Take one out first, then there is room.",
        _ => throw new InvalidOperationException($"No text for {fault}."),
    };

    public static ImmutableDictionary<string, string> FormErrors(string field, string sentence) =>
        ImmutableDictionary<string, string>.Empty.Add(field, sentence);

    public static string WhoIsIt() => "Choose the one person it is about.";

    public static string NoteTooLong() => $"A note has at most {FocusPerson.LongestNote} characters. Which words could go?";

    private static ImmutableArray<ChatBlock> Empty() =>
    [
        new ChatBlock.Paragraph(ChatText.Of(
            "Who would you like to know better, and to know you better? Choose up to five people. I keep in mind when you last had to do "
                + "with each other, and suggest what you could ask, one step deeper each time.")),
        new ChatBlock.Buttons([new ChatButton(AddAction, "", "Choose somebody", ChatButtonLook.Primary)]),
    ];

    private static ImmutableArray<ChatBlock> AddMore(int count) =>
        count >= FocusPerson.MaxPerOwner ? [] : [new ChatBlock.Buttons([new ChatButton(AddAction, "", "Choose somebody else")])];

    private static ChatText Line(FocusView view) => view.Person.CanReceive
        ? ChatText.Of($"{ChatText.Bold(view.Person.Name)}, {view.Entry.Cadence.ToWords()}\n{When(view)}")
        : ChatText.Of($"{ChatText.Bold(view.Person.Name)}\nNo longer here. You can take them out and make room for somebody else.");

    private static string When(FocusView view)
    {
        var last = view.Entry.ContactAt is { } at ? $"Last in touch on {Day(view, at)}" : "No contact noted yet";
        return view.IsDue ? $"{last}. Now is a good time." : $"{last}. Next by {Day(view, view.Entry.DueAt)}.";
    }

    private static string Day(FocusView view, DateTimeOffset at) => view.Local(at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static ImmutableArray<ChatBlock> Note(FocusView view) => view.Entry.Note is { } note
        ? [new ChatBlock.Small(ChatText.Of("Your note")), new ChatBlock.Sealed(view.Entry.Id, note)]
        : [];

    private static ImmutableArray<ChatBlock> Opener(FocusView view) =>
    [
        new ChatBlock.Paragraph(ChatText.Of($"You could ask: “{view.Opener}”")),
        new ChatBlock.Small(ChatText.Of($"Step {view.Entry.Step} of {FocusPerson.LastStep}: {steps[view.Entry.Step - 1]}")),
    ];

    private static IEnumerable<ChatButton> Buttons(FocusView view, bool isAtHome) => !view.Person.CanReceive ? [] :
    [
        Button(TalkedAction, view, "We talked", ChatButtonLook.Primary, isAtHome),
        Button(AnotherAction, view, "Another one", isAtHome: isAtHome),
        Button(EditAction, view, "Edit", isAtHome: isAtHome),
    ];

    private static ChatButton Button(
        string action,
        FocusView view,
        string label,
        ChatButtonLook look = ChatButtonLook.Plain,
        bool isAtHome = false) =>
        new(action, new FocusButtonValue(view.Entry.Id, view.Entry.Turn, isAtHome).ToString(), label, look);
}
