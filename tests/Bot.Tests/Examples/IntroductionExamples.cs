using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Introductions;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>Introductions, in every message: Mark would like to meet Zoë.</summary>
internal static class IntroductionExamples
{
    private static readonly DateTimeOffset now = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
    private static readonly IntroductionDetails through = Details([Team.Sue], agreed: 0);
    private static readonly IntroductionDetails declined = Closed(Details([Team.Sue], agreed: 1), IntroductionState.Declined);
    private static readonly IntroductionProfile mark = new(Team.Mark, Team.It, ["excel", "pricing", "sales"]);
    private static readonly IntroductionProfile zoe = new(Team.Zoe, null, []);

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["intro-begun"] = IntroductionMessages.Begun(Team.Zoe),
        ["intro-would-you"] = IntroductionMessages.WouldYouIntroduce(through),
        ["intro-would-you-with-another"] = IntroductionMessages.WouldYouIntroduce(Details([Team.Sue, Team.Raj], agreed: 0)),
        ["intro-would-you-join"] = IntroductionMessages.WouldYouIntroduce(Details([Team.Sue, Team.Raj], agreed: 1)),
        ["intro-would-you-meet"] = IntroductionMessages.WouldYouMeet(Details([Team.Sue], agreed: 1)),
        ["intro-yes"] = IntroductionMessages.YesAnswer(Details([Team.Sue], agreed: 1)),
        ["intro-yes-one-more"] = IntroductionMessages.YesAnswer(Details([Team.Sue, Team.Raj], agreed: 1)),
        ["intro-yes-last"] = IntroductionMessages.YesAnswer(Details([Team.Sue], agreed: 2)),
        ["intro-yes-too-late"] = IntroductionMessages.YesAnswer(declined),
        ["intro-no"] = IntroductionMessages.NoAnswer(declined),
        ["intro-lapsed"] = IntroductionMessages.Lapsed(declined),
        ["intro-not-this-time"] = IntroductionMessages.NotThisTime(declined),
        ["intro-not-this-time-for-those-between"] = IntroductionMessages.NotThisTimeFor(declined),
        ["intro-meet"] = IntroductionMessages.Meet(Details([Team.Sue], agreed: 2), mark, zoe, address: null),
        ["intro-meet-by-themselves"] = IntroductionMessages.Meet(
            Details([Team.Sue, Team.Raj], agreed: 3),
            mark with { Topics = ["excel"] },
            zoe,
            "https://teams.microsoft.com/l/chat/0/0?users=mark%40example.com,zoe%40example.com"),
        ["intro-settled"] = IntroductionMessages.Settled(),
        ["intro-whom"] = IntroductionMessages.WhomToMeet(takesPart: true),
        ["intro-whom-without-taking-part"] = IntroductionMessages.WhomToMeet(takesPart: false),
        ["intro-on"] = IntroductionMessages.TakesPart(takesPart: true),
        ["intro-off"] = IntroductionMessages.TakesPart(takesPart: false),
        ["intro-yourself"] = IntroductionMessages.Refused(IntroductionFault.Yourself, Team.Mark),
        ["intro-no-reason"] = IntroductionMessages.Refused(IntroductionFault.NoReason, Team.Zoe),
        ["intro-reason-too-long"] = IntroductionMessages.Refused(IntroductionFault.ReasonTooLong, Team.Zoe),
        ["intro-know-each-other"] = IntroductionMessages.Refused(IntroductionFault.KnowEachOther, Team.Zoe),
        ["intro-asked-already"] = IntroductionMessages.Refused(IntroductionFault.AskedAlready, Team.Zoe),
        ["intro-too-many"] = IntroductionMessages.Refused(IntroductionFault.TooMany, Team.Zoe),
        ["intro-no-way"] = IntroductionMessages.Refused(IntroductionFault.NoPath, Team.Zoe),
    };

    private static IntroductionDetails Details(Person[] connectors, int agreed)
    {
        var introduction = new Introduction
        {
            Id = Team.Id(90),
            OrganisationId = Team.Id(100),
            WorkspaceId = Team.Id(101),
            AskerId = Team.Mark.Id,
            TargetId = Team.Zoe.Id,
            ConnectorId = connectors[0].Id,
            SecondConnectorId = connectors.Length > 1 ? connectors[1].Id : null,
            Reason = "I want to learn how she plans <!channel> & *more*",
            AskedAt = now,
        };
        for (var yes = 0; yes < agreed; yes++)
        {
            introduction.Agree();
        }

        return new IntroductionDetails { Introduction = introduction, Asker = Team.Mark, Target = Team.Zoe, Connectors = [.. connectors] };
    }

    private static IntroductionDetails Closed(IntroductionDetails details, IntroductionState state)
    {
        details.Introduction.Close(state);
        return details;
    }
}
