using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>An ask in each state of its life, and every message and form about it.</summary>
internal static class AskExamples
{
    private static readonly DateTimeOffset now = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
    private static readonly HelpClaim claim = new()
    {
        Id = Team.Id(71),
        OrganisationId = Team.Id(100),
        WorkspaceId = Team.Id(90),
        HelperId = Team.Sue.Id,
        HelpedId = Team.Mark.Id,
        Text = "his <laptop>",
        ClaimedAt = now,
        Source = "slack",
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["ask-asked"] = AskedMessages.Asked(Open(), new AskAudience("#it-help", 0, Waits: false)),
        ["ask-asked-person"] = AskedMessages.Asked(OfSue(), new AskAudience(null, 1, Waits: false)),
        ["ask-asked-person-without-account"] = AskedMessages.Asked(OfSue(), new AskAudience(null, 0, Waits: true)),
        ["ask-asked-people"] = AskedMessages.Asked(Open(), new AskAudience(null, 3, Waits: false)),
        ["ask-asked-topic"] = AskedMessages.Asked(Open(topic: "excel"), new AskAudience(null, 1, Waits: false)),
        ["ask-asked-nobody"] = AskedMessages.Asked(Open(), new AskAudience(null, 0, Waits: false)),
        ["ask-channel-failed"] = AskedMessages.ChannelFailed(Open(), "#it-help", 2),
        ["ask-channel-failed-nobody"] = AskedMessages.ChannelFailed(Open(), "#it-help", 0),
        ["ask-not-passed-on"] = AskedMessages.NotPassedOn(Open(), "#it-help"),
        ["ask-not-passed-on-person"] = AskedMessages.NotPassedOn(OfSue(), channel: null),
        ["ask-not-reached"] = AskedMessages.NobodyReached(OfSue()),
        ["ask-nobody-reached"] = AskedMessages.NobodyReached(Open()),
        ["ask-posted"] = AskMessages.Posted(Open()),
        ["ask-posted-topic"] = AskMessages.Posted(Open(topic: "excel")),
        ["ask-posted-taken"] = AskMessages.Posted(Taken(Team.Sue, Team.Zoe)),
        ["ask-posted-for-asker"] = AskMessages.PostedFor(Open(), Team.Mark),
        ["ask-posted-for-asker-taken"] = AskMessages.PostedFor(Taken(Team.Sue), Team.Mark),
        ["ask-posted-for-helper"] = AskMessages.PostedFor(Taken(Team.Sue), Team.Sue),
        ["ask-posted-solved"] = AskMessages.Posted(Closed(AskState.Solved, Team.Sue)),
        ["ask-posted-withdrawn"] = AskMessages.Posted(Closed(AskState.Withdrawn)),
        ["ask-posted-expired"] = AskMessages.Posted(Closed(AskState.Expired)),
        ["ask-asked-of"] = AskMessages.AskedOf(OfSue()),
        ["ask-suggested"] = AskMessages.Suggested(Open(), Team.Raj),
        ["ask-still-open"] = AskMessages.StillOpen(Open()),
        ["ask-still-open-person"] = AskMessages.StillOpen(OfSue()),
        ["ask-taken"] = AskMessages.Taken(Taken(Team.Sue), Team.Sue, now),
        ["ask-yours"] = AskMessages.Yours(Taken(Team.Sue)),
        ["ask-no-longer-yours-solved"] = AskMessages.NoLongerYours(Closed(AskState.Solved, Team.Sue), Team.Sue),
        ["ask-no-longer-yours-withdrawn"] = AskMessages.NoLongerYours(Closed(AskState.Withdrawn, Team.Sue), Team.Sue),
        ["ask-no-longer-yours"] = AskMessages.NoLongerYours(Open(), Team.Sue),
        ["ask-handed-back"] = AskMessages.HandedBack(Open(), Team.Sue),
        ["ask-handed-back-others"] = AskMessages.HandedBack(Taken(Team.Sue, Team.Raj), Team.Sue),
        ["ask-helper-left"] = AskMessages.HelperLeft(Open(), Team.Sue),
        ["ask-helper-left-others"] = AskMessages.HelperLeft(Taken(Team.Sue, Team.Raj), Team.Sue),
        ["ask-asked-left"] = AskMessages.AskedLeft(OfSue()),
        ["ask-not-now"] = AskMessages.NotNow(OfSue()),
        ["ask-did-it-get-solved"] = AskMessages.DidItGetSolved(Taken(Team.Sue)),
        ["ask-solved-by"] = AskMessages.SolvedBy(Closed(AskState.Solved, Team.Sue), Team.Sue),
        ["ask-over-solved"] = AskMessages.OverForAsker(Closed(AskState.Solved, Team.Sue)),
        ["ask-expired"] = AskMessages.Expired(Closed(AskState.Expired)),
        ["ask-taken-answer"] = AskReplies.Taken(Taken(Team.Sue), []),
        ["ask-taken-answer-with-others"] = AskReplies.Taken(Taken(Team.Sue, Team.Raj), [Team.Raj]),
        ["ask-not-now-answer"] = AskReplies.NotNow(Open(), wasAsked: false),
        ["ask-not-now-answer-person"] = AskReplies.NotNow(OfSue(), wasAsked: true),
        ["ask-suggested-answer"] = AskReplies.Suggested(Team.Sue),
        ["ask-withdrawn-answer"] = AskReplies.Withdrawn(),
        ["ask-solved-answer"] = AskReplies.Solved(Closed(AskState.Solved, Team.Sue), isAsker: false),
        ["ask-not-yet-answer"] = AskReplies.NotYet(),
        ["ask-handed-back-answer"] = AskReplies.HandedBack(Open()),
        ["ask-own"] = AskReplies.Unchanged(Open(), AskActionResult.OwnAsk),
        ["ask-not-yours"] = AskReplies.Unchanged(Open(), AskActionResult.NotYours),
        ["ask-over"] = AskReplies.Unchanged(Closed(AskState.Withdrawn), AskActionResult.AskClosed),
        ["ask-gone"] = AskReplies.Gone(),
        ["ask-one-at-a-time"] = AskReplies.OneAtATime(),
        ["ask-unknown"] = AskReplies.Unknown("<!channel>"),
        ["ask-refused"] = AskReplies.Refused(AskFault.TooMany, null),
        ["helped-claimed"] = HelpedMessages.Claimed(claim, Team.Sue),
        ["helped-noted"] = HelpedMessages.Noted([Team.Mark], []),
        ["helped-noted-without-account"] = HelpedMessages.Noted([Team.Mark, Team.Zoe], [Team.Zoe]),
        ["helped-not-reached"] = HelpedMessages.NotReached(Team.Zoe),
        ["helped-thanked"] = HelpedMessages.Thanked(Team.Sue),
        ["helped-disputed"] = HelpedMessages.Disputed(),
        ["helped-nobody"] = HelpedMessages.NobodyNamed(),
    };

    public static readonly Dictionary<string, ChatForm> Forms = new(StringComparer.Ordinal)
    {
        ["form-ask"] = AskForm.ToAsk([Team.It], new DateOnly(2026, 11, 18)),
        ["form-ask-again"] = AskForm.ToAsk([], new DateOnly(2026, 11, 20), "my laptop & its fan"),
        ["form-suggest"] = AskForm.ToSuggest(Open()),
        ["form-thank-for-help"] = ThanksForm.ForHelp(Closed(AskState.Solved, Team.Sue), ["U0000000SUE"], [Team.It]),
    };

    private static AskDetails Open(string? topic = null) =>
        new() { Ask = NewAsk(topic), Asker = Team.Mark, Department = topic is null ? Team.It : null };

    private static AskDetails OfSue() => Open() with { Department = null, Person = Team.Sue };

    private static AskDetails Taken(params ImmutableArray<Person> helpers)
    {
        var details = Open() with { Helpers = helpers };
        details.Ask.Take(now);
        return details;
    }

    private static AskDetails Closed(AskState state, params ImmutableArray<Person> helpers)
    {
        var details = Taken(helpers);
        details.Ask.Close(state, now);
        return details;
    }

    private static Ask NewAsk(string? topic) => new()
    {
        Id = Team.Id(70),
        OrganisationId = Team.Id(100),
        WorkspaceId = Team.Id(90),
        AskerId = Team.Mark.Id,
        Text = "my laptop freezes <!channel> & burns",
        Topic = topic,
        IsPublic = true, NeededBy = new DateOnly(2026, 11, 20), AskedAt = now, Source = "slack",
    };
}
