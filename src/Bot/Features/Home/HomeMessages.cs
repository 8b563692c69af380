using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Home;

/// <summary>The texts of the home page.</summary>
public sealed class HomeMessages(IOptions<OrganisationOptions> organisation)
{
    public const string TurnAction = "home.turn";

    private const int LongestNote = 300;

    public static ChatSection Welcome() => new(
        "Say thanks",
        [
            new ChatBlock.Paragraph(ChatText.Of(
                "Who made something easier for you lately? One sentence that names what they did is plenty.")),
            new ChatBlock.Buttons(
            [
                new ChatButton(ThanksMessages.FormAction, nameof(ExchangeKind.Thanks), "Say thanks", ChatButtonLook.Primary),
                new ChatButton(ThanksMessages.FormAction, nameof(ExchangeKind.Kudos), "Give kudos"),
            ]),
            new ChatBlock.Small(ChatText.Of("Only you see this page.")),
        ]);

    /// <summary>A page of what a person gave or received, with buttons to other pages.</summary>
    public ChatSection Acts(string section, Person person, ImmutableArray<Act> acts, HomePagination? older, HomePagination? newest)
    {
        var isGiven = section == GivenSection.SectionName;
        ImmutableArray<ChatButton> turns =
        [
            .. newest is null ? [] : ImmutableArray.Create(new ChatButton(TurnAction, newest.Encode(), "Back to the latest")),
            .. older is null ? [] : ImmutableArray.Create(new ChatButton(TurnAction, older.Encode(), "Show older")),
        ];
        return new ChatSection(
            isGiven ? "You gave" : "You received",
            [
                .. acts.IsEmpty
                    ? [new ChatBlock.Paragraph(ChatText.Of(Empty(isGiven, newest is not null)))]
                    : acts.SelectMany(act => Lines(act, person, isGiven)),
                .. turns.IsEmpty ? [] : ImmutableArray.Create<ChatBlock>(new ChatBlock.Buttons(turns)),
            ]);
    }

    private static string Empty(bool isGiven, bool isOlderPage) => (isGiven, isOlderPage) switch
    {
        (_, true) => "That is all there is.",
        (true, _) => "Nothing yet. Think of the last person who took time for you: the button above takes half a minute.",
        (false, _) => "Nothing yet. When somebody thanks you, their words stay here for you to come back to.",
    };

    private IEnumerable<ChatBlock> Lines(Act act, Person person, bool isGiven)
    {
        yield return new ChatBlock.Paragraph(isGiven ? Given(act) : Received(act, person));
        if (act.Note.Length > 0)
        {
            yield return new ChatBlock.Quote(act.Note.Excerpt(LongestNote));
        }

        yield return new ChatBlock.Small(ChatText.Of(string.Join(
            " · ",
            [
                Day(act, person),
                .. act.Values.Select(value => $"#{value}"),
                .. act.Visibility is Visibility.Private ? ["private"] : Array.Empty<string>()
            ])));
    }

    private static ChatText Given(Act act)
    {
        var receivers = ChatText.List(act.People, act.Departments);
        return act.Kind switch
        {
            ExchangeKind.Kudos => ChatText.Of($"Kudos to {receivers}{For(act)}"),
            ExchangeKind.Help => ChatText.Of($"You helped {receivers}{For(act)}"),
            _ => ChatText.Of($"You thanked {receivers}{For(act)}"),
        };
    }

    private static ChatText Received(Act act, Person person)
    {
        var receivers = act.People.Any(named => named.Id == person.Id)
            ? ChatText.List([
                ChatText.Of("you"),
                .. act.People.Where(named => named.Id != person.Id).Select(named => ChatText.Of($"{named}")),
                .. act.Departments.Select(team => ChatText.Of($"{team}"))
            ])
            : ChatText.List(act.People, act.Departments);
        return act.Kind switch
        {
            ExchangeKind.Kudos => ChatText.Of($"{act.Giver} gave kudos to {receivers}{For(act)}"),
            ExchangeKind.Help => ChatText.Of($"{act.Giver} helped {receivers}{For(act)}"),
            _ => ChatText.Of($"{act.Giver} thanked {receivers}{For(act)}"),
        };
    }

    private static ChatText For(Act act) =>
        act.Link is { } link ? new ChatText([new ChatSpan.Plain(" for "), new ChatSpan.Link(link, "this message")]) : ChatText.Empty;

    private string Day(Act act, Person person)
    {
        var zone = person.Zone(TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone));
        return TimeZoneInfo.ConvertTime(act.OccurredAt, zone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }
}
