using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>Everything that is said about coffees.</summary>
internal static class CoffeeExamples
{
    private static readonly DateOnly tuesday = new(2026, 11, 24);
    private static readonly DateTimeOffset nine = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person ana = new()
    {
        Id = Team.Id(5), OrganisationId = Team.Id(100), Name = "Ana <Lima>", TimeZone = "America/New_York", DepartmentId = Team.It.Id,
    };

    private static readonly PairingGroup group = new()
    {
        Id = Team.Id(90),
        OrganisationId = Team.Id(100),
        Round = tuesday,
        IsRepeat = false
    };
    private static readonly PairingDetails details = new(group, [Sitter(Team.Mark), Sitter(Team.Sue)]);
    private static readonly CoffeeMeeting meeting = new()
    {
        People = [Team.Mark, ana],
        Departments = ImmutableDictionary<Guid, Department>.Empty.Add(Team.It.Id, Team.It),
        IsRepeat = false,
        Hours = (nine.AddHours(5), nine.AddHours(8)),
        TimeZone = TimeZoneInfo.Utc,
        Opener = "What do people most often come to you for?",
    };

    private static readonly CoffeeMeeting three = meeting with
    {
        People = [Team.Mark, Team.Sue, Team.Zoe],
        Hours = (nine, nine.AddHours(8)),
        IsRepeat = true,
        Opener = null
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["coffee-outside"] = CoffeeMessages.State(State(null)),
        ["coffee-inside"] = CoffeeMessages.State(State(Member())),
        ["coffee-inside-weekly"] = CoffeeMessages.State(State(Member(member => member.SetInterval(1))) with { Met = 1 }),
        ["coffee-inside-to-meet"] = CoffeeMessages.State(State(Member()) with { ToMeet = [Team.Sue, ana] }),
        ["coffee-paused"] = CoffeeMessages.State(State(Member(member => member.Pause(new DateOnly(2027, 1, 7))))),
        ["coffee-paused-for-silence"] = CoffeeMessages.State(State(Member(Silence))),
        ["coffee-left"] = CoffeeMessages.Left(),
        ["coffee-was-outside"] = CoffeeMessages.WasOutside(),
        ["coffee-pause-until-when"] = CoffeeMessages.PauseUntilWhen(),
        ["coffee-how-often"] = CoffeeMessages.HowOften(),
        ["coffee-usage"] = CoffeeMessages.Usage(),
        ["coffee-avoided"] = CoffeeMessages.Avoided([Team.Raj, Team.Zoe]),
        ["coffee-avoided-nobody"] = CoffeeMessages.Avoided([]),
        ["coffee-avoid-people-only"] = CoffeeMessages.AvoidPeopleOnly(),
        ["coffee-avoid-yourself"] = CoffeeMessages.AvoidYourself(),
        ["coffee-list-is-full"] = CoffeeMessages.ListIsFull(),
        ["coffee-together"] = CoffeeRoundMessages.Together(meeting),
        ["coffee-together-three-again"] = CoffeeRoundMessages.Together(three),
        ["coffee-to-one"] = CoffeeRoundMessages.ToOne(meeting, ana, chatAddress: null),
        ["coffee-to-one-with-chat"] = CoffeeRoundMessages.ToOne(
            meeting,
            Team.Mark,
            "https://teams.microsoft.com/l/chat/0/0?tenantId=t&users=ana%40acme.example"),
        ["coffee-to-one-of-three"] = CoffeeRoundMessages.ToOne(three, Team.Mark, chatAddress: null),
        ["coffee-to-one-without-hours"] = CoffeeRoundMessages.ToOne(meeting with { Hours = null }, Team.Mark, chatAddress: null),
        ["coffee-alone"] = CoffeeRoundMessages.Alone(),
        ["coffee-did-you-meet"] = CoffeeRoundMessages.DidYouMeet(group.Id, [Team.Sue]),
        ["coffee-met"] = CoffeeRoundMessages.Answered(PairingAnswer.Met, details, Team.Mark),
        ["coffee-not-yet"] = CoffeeRoundMessages.Answered(PairingAnswer.NotYet, details, Team.Mark),
        ["coffee-did-not-happen"] = CoffeeRoundMessages.Answered(PairingAnswer.DidNotHappen, details, Team.Mark),
        ["coffee-silence"] = CoffeeRoundMessages.PausedForSilence(),
        ["coffee-gone"] = CoffeeRoundMessages.Gone(),
    };

    /// <summary>The section of the home page.</summary>
    public static ChatSection Section => CoffeeMessages.Section(State(Member()) with { ToMeet = [Team.Sue] })!;

    /// <summary>The same for someone who paused.</summary>
    public static ChatSection SectionPaused => CoffeeMessages.Section(State(Member(member => member.Pause(new DateOnly(2027, 1, 7)))))!;

    private static PairingState State(PairingMember? member) =>
        new() { Member = member, NextRound = tuesday, Met = 3, Today = tuesday.AddDays(-6) };

    private static PairingDetails.Attendee Sitter(Person person) =>
        new(
            new PairingSeat { OrganisationId = Team.Id(100), GroupId = group.Id, PersonId = person.Id, Round = tuesday },
            person,
            Member: null);

    private static PairingMember Member(Action<PairingMember>? change = null)
    {
        var member = new PairingMember
        {
            OrganisationId = Team.Id(100),
            PersonId = Team.Mark.Id,
            WorkspaceId = Team.Id(91),
            JoinedAt = nine.AddDays(-7)
        };
        change?.Invoke(member);
        return member;
    }

    private static void Silence(PairingMember member)
    {
        for (var round = 0; round < PairingMember.MaxSilentRounds; round++)
        {
            member.RecordSilence();
        }
    }
}
