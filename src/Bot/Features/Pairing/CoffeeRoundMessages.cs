using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Messages of a round.</summary>
public static class CoffeeRoundMessages
{
    public const string MetAction = "coffee.met";
    public const string NotYetAction = "coffee.notyet";
    public const string DidNotHappenAction = "coffee.didnot";

    private const string BasedOn = "You read this because you said yes to coffees with colleagues.";

    /// <summary>To all of them, in a group chat.</summary>
    public static ChatMessage Together(CoffeeMeeting meeting) => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(ChatText.Of(
            $"{ChatText.List(meeting.People)}, this round you have a coffee together. Find half an hour that suits you "
                + $"{(meeting.People.Length == 2 ? "both" : "all")}.")),
        .. About(meeting, meeting.People, reader: null),
        .. End("You read this because you said yes to coffees with colleagues. In a week I ask each of you whether you met."),
    ]);

    /// <summary>
    /// To one of them, where no group chat can be opened. <paramref name="chatAddress"/>: a link that starts one; null for none.
    /// </summary>
    public static ChatMessage ToOne(CoffeeMeeting meeting, Person reader, string? chatAddress)
    {
        ImmutableArray<Person> others = [.. meeting.People.Where(person => person.Id != reader.Id)];
        var where = chatAddress is null
            ? ChatText.Of("Send them a word to find half an hour.")
            : ChatText.Of($"{new ChatSpan.Link(chatAddress, "Start a chat")} to find half an hour.");
        return ChatMessage.Of(
        [
            new ChatBlock.Paragraph(ChatText.Of($"This round you have a coffee with {ChatText.List(others)}. {where}")),
            .. About(meeting, others, reader),
            .. End($"{BasedOn} In a week I ask whether you met."),
        ]);
    }

    /// <summary>To a person for whom no one was found.</summary>
    public static ChatMessage Alone() => ChatMessage.Of(
    [
        new ChatBlock.Paragraph(ChatText.Of(
            "This round nobody was left to have a coffee with you. I look again every week, and write as soon as there is somebody.")),
        .. End(BasedOn),
    ]);

    /// <summary>Asks whether they met, a week later.</summary>
    public static ChatMessage DidYouMeet(Guid groupId, ImmutableArray<Person> others) => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of($"A week ago I put you together with {ChatText.List(others)}. Did you meet?")),
        new ChatBlock.Buttons(
        [
            Button(MetAction, groupId, "We met", ChatButtonLook.Primary),
            Button(NotYetAction, groupId, "Not yet"),
            Button(DidNotHappenAction, groupId, "Did not happen"),
            CoffeeMessages.Leave,
        ]),
        new ChatBlock.Small(ChatText.Of($"{BasedOn} Only a coffee that took place is counted.")));

    /// <summary>Replaces the question after the answer.</summary>
    public static ChatMessage Answered(PairingAnswer answer, PairingDetails details, Person reader)
    {
        var others = ChatText.List(details.Attendees.Select(sitter => sitter.Person).Where(person => person.Id != reader.Id));
        return answer switch
        {
            PairingAnswer.Met => ChatMessage.Of(ChatText.Of($"Noted: you met {others}. Good to hear.")),
            PairingAnswer.NotYet => ChatMessage.Of(
                new ChatBlock.Paragraph(ChatText.Of($"There is no hurry. Tell me when you have met {others}.")),
                new ChatBlock.Buttons([
                    Button(MetAction, details.Group.Id, "We met", ChatButtonLook.Primary),
                    Button(DidNotHappenAction, details.Group.Id, "Did not happen")
                ])),
            _ => ChatMessage.Of(ChatText.Of($"Noted: you and {others} did not get to it. Thank you for telling me.")),
        };
    }

    /// <summary>After too many rounds without an answer.</summary>
    public static ChatMessage PausedForSilence() => ChatMessage.Of(
        new ChatBlock.Paragraph(ChatText.Of(
            "Three rounds went by without a word from you, so I paused your coffees. Nobody is put together with you until you say so.")),
        new ChatBlock.Buttons([new ChatButton(CoffeeMessages.JoinAction, "", "Go on", ChatButtonLook.Primary), CoffeeMessages.Leave]));

    public static ChatMessage Gone() => ChatMessage.Of(ChatText.Of("That coffee is over, and I no longer know about it."));

    private static IEnumerable<ChatBlock> About(CoffeeMeeting meeting, ImmutableArray<Person> people, Person? reader)
    {
        List<ChatText> lines =
        [
            .. people
                .Select(person => (Person: person, Department: meeting.Departments.GetValueOrDefault(person.DepartmentId ?? Guid.Empty)))
                .Where(line => line.Department is not null).Select(line => ChatText.Of($"{line.Person} works in {line.Department!}.")),
            ChatText.Of(Hours(meeting, reader)),
        ];
        if (meeting.People.Length > 2)
        {
            lines.Add(ChatText.Of("You are three, because somebody would have been left over."));
        }

        if (meeting.IsRepeat)
        {
            lines.Add(ChatText.Of("You have been put together before, not long ago: this round nobody new was left."));
        }

        yield return new ChatBlock.Paragraph(new ChatText([.. lines.SelectMany((line, index) =>
            index == 0 ? line.Spans : [new ChatSpan.Plain("\n"), .. line.Spans])]));
        if (meeting.Opener is not null)
        {
            yield return new ChatBlock.Paragraph(ChatText.Of($"{ChatText.Bold("To begin with")}\n{meeting.Opener}"));
        }
    }

    private static string Hours(CoffeeMeeting meeting, Person? reader)
    {
        if (meeting.Hours is not { } hours)
        {
            return "You never work at the same time; a few messages back and forth make a fine coffee too.";
        }

        var all = meeting.People.Length == 2 ? "both" : "all";
        if (reader is not null)
        {
            return $"You are {all} at work {Local(reader)}, your time.";
        }

        var clocks = meeting.People.GroupBy(Local, StringComparer.Ordinal).ToList();
        return clocks is [var one]
            ? $"You are {all} at work {one.Key}."
            : $"Hours in common: {string.Join(
                ", ",
                clocks.Select(clock => $"{clock.Key} for {string.Join(" and ", clock.Select(person => person.Name))}"))}.";

        string Local(Person person) => $"from {Time(hours.From, person)} to {Time(hours.Until, person)}";

        string Time(DateTimeOffset moment, Person person) =>
            TimeZoneInfo.ConvertTime(moment, person.Zone(meeting.TimeZone)).ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<ChatBlock> End(string small) =>
    [
        new ChatBlock.Buttons([new ChatButton(CoffeeMessages.StateAction, "", "Pause"), CoffeeMessages.Leave]),
        new ChatBlock.Small(ChatText.Of(small)),
    ];

    private static ChatButton Button(string action, Guid groupId, string label, ChatButtonLook look = ChatButtonLook.Plain) =>
        new(action, groupId.ToString("N"), label, look);
}
