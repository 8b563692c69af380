using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox.Failures;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Reading;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster.Sync;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>Every message and form that reads the same on every platform, with the words of people who mean no good.</summary>
internal static class MessageExamples
{
    private static readonly Act forMessage = Team.Act(note: "") with { Link = "https://acme.slack.com/archives/C1/p1795000000000100" };

    public static readonly IReadOnlyDictionary<string, ChatMessage> Messages = new Dictionary<string, ChatMessage>(StringComparer.Ordinal)
    {
        ["given"] = GivenMessages.Given(Team.Act(), new ThanksDelivery("#kudos", [], ReachesMembers: true)),
        ["given-privately"] = GivenMessages.Given(
            Team.Act(visibility: Visibility.Private),
            new ThanksDelivery("", [], ReachesMembers: true)),
        ["given-to-somebody-without-account"] = GivenMessages.Given(
            Team.Act(),
            new ThanksDelivery("#kudos", [Team.Zoe], ReachesMembers: true)),
        ["given-to-a-team-not-known-yet"] = GivenMessages.Given(
            Team.Act() with { People = [], Members = [] },
            new ThanksDelivery("#kudos", [], ReachesMembers: false)),
        ["given-to-a-team-without-accounts"] = GivenMessages.Given(
            Team.Act() with { People = [] },
            new ThanksDelivery("", [], ReachesMembers: false)),
        ["given-in-part"] = GivenMessages.GivenInPart(Team.Act(), [Team.Zoe], "#kudos"),
        ["given-not-reached"] = GivenMessages.NotReached(Team.Act(), Team.Zoe, canUndo: true),
        ["given-not-reached-long-ago"] = GivenMessages.NotReached(Team.Act(kind: ExchangeKind.Kudos), Team.Zoe, canUndo: false),
        ["given-no-member-reached"] = GivenMessages.NoMemberReached(Team.Act(), canUndo: true),
        ["given-not-posted"] = GivenMessages.NotPosted(Team.Act(), "#kudos", canUndo: true),
        ["delivery-not-reached"] = DeliveryMessages.NotReached(Team.Raj),
        ["delivery-channel-unusable"] = DeliveryMessages.ChannelUnusable(
            new Workspace
            {
                Id = Team.Id(90), OrganisationId = Team.Id(100), Platform = "slack", ExternalId = "T1", Name = "Acme & Sons",
            },
            "#kudos",
            "The channel #kudos is archived (is_archived). Unarchive it, or name another in Organisation:KudosChannel."),
        ["received"] = ThanksMessages.Received(Team.Act(), []),
        ["received-privately"] = ThanksMessages.Received(
            Team.Act(visibility: Visibility.Private) with { People = [Team.Sue], Departments = [], Members = [] },
            []),
        ["received-kudos"] = ThanksMessages.Received(Team.Act(kind: ExchangeKind.Kudos), [Team.Raj, Team.Zoe]),
        ["received-for-message"] = ThanksMessages.Received(forMessage with { People = [Team.Sue], Departments = [], Members = [] }, []),
        ["received-for-message-with-others"] = ThanksMessages.Received(forMessage, []),
        ["received-as-team-for-message"] = ThanksMessages.ReceivedAsTeam(forMessage, []),
        ["posted-for-message"] = ThanksMessages.Posted(forMessage, []),
        ["thanks-what-for"] = ThanksMessages.WhatFor(ExchangeKind.Thanks, Guid.Empty),
        ["kudos-what-for"] = ThanksMessages.WhatFor(ExchangeKind.Kudos, Guid.Empty),
        ["private-or-public"] = VisibilityMessages.WhichOne(Guid.Empty, ThanksMessages.VisibilityAction),
        ["is-it-this-one"] = NameMessages.WhichOne(
            new UnclearName("sue", [new NamedReceiver(new Receiver.Person(Guid.Empty), "Sue Miller (@sue)")]),
            Guid.Empty,
            ThanksMessages.ChooseAction),
        ["for-a-programs-message"] = ThanksMessages.ForAProgramsMessage(),
        ["for-your-own-message"] = ThanksMessages.ForYourOwnMessage(),
        ["for-a-strangers-message"] = ThanksMessages.ForAStrangersMessage(),
        ["received-as-team"] = ThanksMessages.ReceivedAsTeam(Team.Act(), []),
        ["posted"] = ThanksMessages.Posted(Team.Act(), []),
        ["posted-seconded"] = ThanksMessages.Posted(Team.Act() with { Values = [] }, [Team.Raj, Team.Sue]),
        ["posted-lines-and-emoji"] = ThanksMessages.Posted(Team.Act("Danke, 谢谢, شكرا 👩‍💻 :tada:\nzweite Zeile, at 10:30:45"), []),
        ["posted-injection"] = ThanksMessages.Posted(
            Team.Act("<!channel> <@U0000000BOSS> <https://evil.example|your payslip> *bold* `code` &lt;!here&gt; @everyone"),
            []),
        ["said-back"] = ThanksMessages.SaidBack(Team.Act(), Team.Sue, "Any time, <@U0000000BOSS>"),
        ["passed-on"] = ThanksMessages.PassedOn(Team.Act()),
        ["gone"] = ThanksMessages.Gone(),
        ["outdated"] = ThanksMessages.Outdated(),
        ["undone"] = ThanksMessages.Undone(UndoThanksResult.Undone),
        ["undone-too-late"] = ThanksMessages.Undone(UndoThanksResult.TooLate),
        ["seconded-already"] = ThanksMessages.NotSeconded(new SecondThanksResult.Already()),
        ["which-one"] = NameMessages.WhichOne(
            new UnclearName(
                "@s",
                [.. Enumerable.Range(1, 7)
                    .Select(n => new NamedReceiver(new Receiver.Person(Team.Id(n)), $"Sam {n} {new string('x', 80)}"))]),
                    Team.Id(60),
                    ThanksMessages.ChooseAction),
        ["refused"] = ThanksMessages.Refused(
            ExchangeKind.Thanks,
            [new ThanksFault.UnknownName("@<!channel>"), new ThanksFault.BotNamed("Deploy *Bot*"), new ThanksFault.LeaverNamed("Ana")],
            Team.Id(60)),
        ["refused-for-good"] = ThanksMessages.Refused(
            ExchangeKind.Kudos,
            [new ThanksFault.NobodyNamed(), new ThanksFault.NoteTooLong(3500)],
            draftId: null),
        ["hint"] = GuideMessages.Hint(),
        ["no-such-topic"] = GuideMessages.NoSuchTopic("<!channel> *all*"),
        ["stranger"] = RequestMessages.Stranger(),
        ["refused-for-strangers"] = ThanksMessages.Refused(
            ExchangeKind.Thanks,
            [new ThanksFault.OutsiderNamed("Pat *Partner*")],
            draftId: null),
        ["directory-begun"] = DirectoryMessages.Begun("Acme & Sons"),
        ["directory-at-it"] = DirectoryMessages.AtIt("Acme", new DirectoryChanges(4_200, 17, 3, 1)),
        ["directory-progress"] = DirectoryMessages.Progress("Acme", new DirectoryChanges(2_600, 17, 3, 1)),
        ["directory-done"] = DirectoryMessages.Done("Acme", new DirectoryChanges(10_005, 34, 5, 2)),
        ["directory-done-unchanged"] = DirectoryMessages.Done("Acme", new DirectoryChanges(1, 0, 0, 0)),
        ["directory-stopped"] = DirectoryMessages.Stopped(
            "Acme",
            new DirectoryChanges(400, 400, 0, 0),
            "Slack does not let me read user groups (usergroups:read)."),
        ["directory-not-allowed"] = DirectoryMessages.NotAllowed(),
        ["directory-unsure"] = DirectoryMessages.Unsure(),
        ["directory-none"] = DirectoryMessages.NoDirectory(),
        ["directory-usage"] = DirectoryMessages.Usage(),
    }.Concat(AskExamples.Messages).Concat(RelationExamples.Messages).Concat(DigestExamples.Messages).Concat(TieExamples.Messages).Concat(
        IntroductionExamples.Messages).Concat(FocusExamples.Messages)
        .Concat(PromptExamples.Messages)
        .Concat(PromptKindExamples.Messages)
        .Concat(CoffeeExamples.Messages)
        .ToDictionary(StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, ChatForm> Forms = new Dictionary<string, ChatForm>(StringComparer.Ordinal)
    {
        ["form-give"] = ThanksForm.ToGive(ExchangeKind.Thanks, [Team.It]),
        ["form-give-without-departments"] = ThanksForm.ToGive(ExchangeKind.Kudos, []),
        ["form-give-for-message"] = ThanksForm.ToGive(
            ExchangeKind.Thanks,
            [Team.It],
            new ChatPost
            {
                AuthorId = "U0000000SUE",
                Excerpt = "The laptop is ready, <b>come</b> & get it",
                Link = "https://acme.slack.com/archives/C1/p1795000000000100"
            }),
        ["form-say-back"] = ThanksForm.ToSayBack(Team.Act()),
    }.Concat(AskExamples.Forms).Concat(RelationExamples.Forms).Concat(FocusExamples.Forms).Concat(PromptExamples.Forms).ToDictionary(
        StringComparer.Ordinal);
}
