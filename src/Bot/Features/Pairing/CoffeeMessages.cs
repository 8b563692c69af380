using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Messages about a person's participation in coffees.</summary>
public static class CoffeeMessages
{
    public const string JoinAction = "coffee.join";
    public const string LeaveAction = "coffee.leave";
    public const string EveryAction = "coffee.every";
    public const string PauseAction = "coffee.pause";
    public const string StateAction = "coffee.state";
    public const string AllowAction = "coffee.allow";

    /// <summary>The end of a button's value on the home page. The page is refreshed automatically, so such a tap needs no answer.</summary>
    public const string AtHome = ":home";

    private const int ButtonsARow = 5;
    private const int LongestName = 60;

    /// <summary>The current state, with buttons to change it.</summary>
    public static ChatMessage State(PairingState state) => state switch
    {
        { Member: null } => Outside(),
        { IsPaused: true } => ChatMessage.Of(new ChatBlock.Paragraph(Standing(state)), new ChatBlock.Buttons([GoOn, Leave])),
        { Member.EveryWeeks: var rhythm } => ChatMessage.Of(
        [
            new ChatBlock.Paragraph(Standing(state)),
            new ChatBlock.Buttons([.. Enumerable
                .Range(1, PairingMember.MaxWeeksBetweenRounds)
                .Where(weeks => weeks != rhythm)
                .Select(EveryButton)]),
            new ChatBlock.Buttons([PauseButton(2), PauseButton(4), Leave]),
            AboutAvoiding,
        ]),
    };

    /// <summary>A short version for the home page; null for people who don't participate.</summary>
    public static ChatSection? Section(PairingState state) => state.Member is null
        ? null
        : new ChatSection(
            "Coffee",
            [
                new ChatBlock.Paragraph(Standing(state)),
                new ChatBlock.Buttons([.. Here(state.IsPaused ? [GoOn] : [PauseButton(2), PauseButton(4)]), Leave])
            ]);

    /// <summary>They no longer participate.</summary>
    public static ChatMessage Left() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of("You are out, and nobody will be put together with you. Come back whenever you like.")),
        new ChatBlock.Buttons([new ChatButton(JoinAction, "", "Join again")]));

    public static ChatMessage WasOutside() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of("You do not take part in coffees, so there is nothing to pause or stop.")),
        new ChatBlock.Buttons([Join]));

    public static ChatMessage PauseUntilWhen() =>
        ChatMessage.Of(ChatText.Of(
            "Until when? A day within a year, or a number of weeks, for example: /relate coffee pause until 7 January"));

    public static ChatMessage HowOften() =>
        ChatMessage.Of(ChatText.Of("Every one to four weeks, for example: /relate coffee every 2 weeks"));

    public static ChatMessage Usage() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            "/relate coffee join\n/relate coffee every 2 weeks\n/relate coffee pause until 7 January\n/relate coffee avoid @name\n/relate "
                + "coffee leave")),
        new ChatBlock.Small(ChatText.Of("/relate coffee alone shows how it stands.")));

    /// <summary>The private list of people to avoid. It names people without mentioning them, so that no one is notified.</summary>
    public static ChatMessage Avoided(IReadOnlyList<Person> people) => people.Count == 0
        ? ChatMessage.Of(ChatText.Of("Your list is empty. To put somebody on it: /relate coffee avoid @name. Only you ever see it."))
        : ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Of(
                $"You will not be put together with {string.Join(", ", people.Select(person => person.Name))}.")),
            .. people
                .Chunk(ButtonsARow)
                .Select(row =>
                    new ChatBlock.Buttons([.. row.Select(person =>
                        new ChatButton(AllowAction, person.Id.ToString("N"), $"Take {person.Name.Excerpt(LongestName)} off"))])),
            new ChatBlock.Small(ChatText.Of("Only you ever see this list. Nobody on it is told.")),
        ]);

    public static ChatMessage AvoidPeopleOnly() =>
        ChatMessage.Of(ChatText.Of("Only colleagues can be put on your list, by name: /relate coffee avoid @name"));

    public static ChatMessage AvoidYourself() =>
        ChatMessage.Of(ChatText.Of("You are never put together with yourself. Name a colleague: /relate coffee avoid @name"));

    public static ChatMessage ListIsFull() =>
        ChatMessage.Of(ChatText.Of(
            $"Your list holds {PairingAvoidance.MaxPerPerson} names at most. /relate coffee avoid shows it, "
                + "and lets you take somebody off."));

    private static ChatButton Join => new(JoinAction, "", "Join", ChatButtonLook.Primary);

    private static ChatButton GoOn => new(JoinAction, "", "Go on", ChatButtonLook.Primary);

    /// <summary>A button that ends participation, for any message.</summary>
    public static ChatButton Leave => new(LeaveAction, "", "Stop these");

    private static ChatBlock.Small AboutAvoiding =>
        new(ChatText.Of("Somebody you would rather not meet? /relate coffee avoid @name. Only you ever see that list."));

    private static ChatText Standing(PairingState state) => state switch
    {
        { Member.IsPausedForSilence: true } =>
            ChatText.Of("Your coffees are paused, because three rounds in a row went by without a word from you."),
        { IsPaused: true, Member.PausedUntil: { } until } => ChatText.Of($"Your coffees are paused until {Day(until)}."),
        _ =>
            ChatText.Of(
                $"You have a coffee with a colleague {Rhythm(state.Member!.EveryWeeks)}. {ToMeet(state)}The next round is on "
                    + $"{Day(state.NextRound ?? state.Today)}.{Met(state.Met)}"),
    };

    private static ChatText ToMeet(PairingState state) =>
        state.ToMeet.IsEmpty ? ChatText.Of("") : ChatText.Of($"This round you meet {ChatText.List(state.ToMeet)}. ");

    private static IEnumerable<ChatButton> Here(IEnumerable<ChatButton> buttons) =>
        buttons.Select(button => button with { Value = button.Value + AtHome });

    private static ChatMessage Outside() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            "Every few weeks I put two colleagues together for a coffee, from different departments where I can. Nobody takes part who "
                + "did not say yes. Would you like to?")),
        new ChatBlock.Buttons([Join]),
        AboutAvoiding);

    private static ChatButton EveryButton(int weeks) =>
        new(EveryAction, weeks.ToString(CultureInfo.InvariantCulture), weeks == 1 ? "Every week" : $"Every {weeks} weeks");

    private static ChatButton PauseButton(int weeks) =>
        new(PauseAction, weeks.ToString(CultureInfo.InvariantCulture), $"Pause {weeks} weeks");

    private static string Rhythm(int everyWeeks) => everyWeeks == 1 ? "every week" : $"every {everyWeeks} weeks";

    private static string Met(int coffees) => coffees switch
    {
        0 => "",
        1 => " You have had one so far.",
        _ => $" You have had {coffees} so far."
    };

    private static string Day(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
}
