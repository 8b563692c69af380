using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Features.Home;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Slack;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Domain.Exchanges;
using RelateBot.Infrastructure.Roster;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>Every message and form, as Slack gets it. The files also pass Slack's own types and limits (see CONTRIBUTING).</summary>
public sealed class GoldenMessageTests
{
    private static readonly Act forMessage = Team.Act(note: "") with { Link = "https://acme.slack.com/archives/C1/p1795000000000100" };

    private static readonly Dictionary<string, ChatMessage> messages = new(StringComparer.Ordinal)
    {
        ["given"] = ThanksMessages.Given(Team.Act(), "#kudos"),
        ["given-privately"] = ThanksMessages.Given(Team.Act(visibility: Visibility.Private), ""),
        ["received"] = ThanksMessages.Received(Team.Act(), []),
        ["received-privately"] = ThanksMessages.Received(Team.Act(visibility: Visibility.Private) with { People = [Team.Sue], Departments = [], Members = [] }, []),
        ["received-kudos"] = ThanksMessages.Received(Team.Act(kind: ExchangeKind.Kudos), [Team.Raj, Team.Zoe]),
        ["received-for-message"] = ThanksMessages.Received(forMessage with { People = [Team.Sue], Departments = [], Members = [] }, []),
        ["received-for-message-with-others"] = ThanksMessages.Received(forMessage, []),
        ["received-as-team-for-message"] = ThanksMessages.ReceivedAsTeam(forMessage, []),
        ["posted-for-message"] = ThanksMessages.Posted(forMessage, []),
        ["for-a-programs-message"] = ThanksMessages.ForAProgramsMessage(),
        ["for-your-own-message"] = ThanksMessages.ForYourOwnMessage(),
        ["for-a-strangers-message"] = ThanksMessages.ForAStrangersMessage(),
        ["received-as-team"] = ThanksMessages.ReceivedAsTeam(Team.Act(), []),
        ["posted"] = ThanksMessages.Posted(Team.Act(), []),
        ["posted-seconded"] = ThanksMessages.Posted(Team.Act() with { Values = [] }, [Team.Raj, Team.Sue]),
        ["posted-lines-and-emoji"] = ThanksMessages.Posted(Team.Act("Danke, 谢谢, شكرا 👩‍💻 :tada:\nzweite Zeile, at 10:30:45"), []),
        ["posted-injection"] = ThanksMessages.Posted(Team.Act("<!channel> <@U0000000BOSS> <https://evil.example|your payslip> *bold* `code` &lt;!here&gt; @everyone"), []),
        ["said-back"] = ThanksMessages.SaidBack(Team.Act(), Team.Sue, "Any time, <@U0000000BOSS>"),
        ["passed-on"] = ThanksMessages.PassedOn(Team.Act()),
        ["gone"] = ThanksMessages.Gone(),
        ["outdated"] = ThanksMessages.Outdated(),
        ["undone"] = ThanksMessages.Undone(UndoThanksResult.Undone),
        ["undone-too-late"] = ThanksMessages.Undone(UndoThanksResult.TooLate),
        ["seconded-already"] = ThanksMessages.NotSeconded(new SecondThanksResult.Already()),
        ["which-one"] = ThanksMessages.WhichOne(
            new ThanksDraft.UnclearName("@s", [.. Enumerable.Range(1, 7).Select(n => new NamedReceiver(new Receiver.Person(Team.Id(n)), $"Sam {n} {new string('x', 80)}"))]), Team.Id(60)),
        ["refused"] = ThanksMessages.Refused(
            ExchangeKind.Thanks, [new ThanksFault.UnknownName("@<!channel>"), new ThanksFault.IsBot("Deploy *Bot*"), new ThanksFault.HasLeft("Ana")], Team.Id(60)),
        ["refused-for-good"] = ThanksMessages.Refused(ExchangeKind.Kudos, [new ThanksFault.NobodyNamed(), new ThanksFault.NoteTooLong(3500)], draftId: null),
        ["help"] = GuideMessages.Help(SlackMessages.AlsoOffers("pray")),
        ["hint"] = GuideMessages.Hint(),
        ["no-such-topic"] = GuideMessages.NoSuchTopic("<!channel> *all*"),
        ["stranger"] = GuideMessages.Stranger(),
        ["refused-for-strangers"] = ThanksMessages.Refused(ExchangeKind.Thanks, [new ThanksFault.IsStranger("Pat *Partner*")], draftId: null),
        ["directory-begun"] = DirectoryMessages.Begun("Acme & Sons"),
        ["directory-at-it"] = DirectoryMessages.AtIt("Acme", new DirectoryChanges(4_200, 17, 3, 1)),
        ["directory-progress"] = DirectoryMessages.Progress("Acme", new DirectoryChanges(2_600, 17, 3, 1)),
        ["directory-done"] = DirectoryMessages.Done("Acme", new DirectoryChanges(10_005, 34, 5, 2)),
        ["directory-done-unchanged"] = DirectoryMessages.Done("Acme", new DirectoryChanges(1, 0, 0, 0)),
        ["directory-stopped"] = DirectoryMessages.Stopped("Acme", new DirectoryChanges(400, 400, 0, 0), "Slack does not let me read user groups (usergroups:read)."),
        ["directory-not-allowed"] = DirectoryMessages.NotAllowed(),
        ["directory-unsure"] = DirectoryMessages.Unsure(),
        ["directory-none"] = DirectoryMessages.NoDirectory(),
        ["directory-usage"] = DirectoryMessages.Usage(),
        ["form-did-not-open"] = SlackForms.Instead(ThanksForm.ToGive(ExchangeKind.Thanks, [])).Message,
        ["form-did-not-open-say-back"] = SlackForms.Instead(ThanksForm.ToSayBack(Team.Act())).Message,
    };

    private static readonly Dictionary<string, ChatForm> forms = new(StringComparer.Ordinal)
    {
        ["form-give"] = ThanksForm.ToGive(ExchangeKind.Thanks, [Team.It]),
        ["form-give-without-departments"] = ThanksForm.ToGive(ExchangeKind.Kudos, []),
        ["form-give-for-message"] = ThanksForm.ToGive(
            ExchangeKind.Thanks, [Team.It], new ChatPost { AuthorId = "U0000000SUE", Excerpt = "The laptop is ready, <b>come</b> & get it", Link = "https://acme.slack.com/archives/C1/p1795000000000100" }),
        ["form-say-back"] = ThanksForm.ToSayBack(Team.Act()),
    };

    private static readonly Dictionary<string, ChatHome> homes = new(StringComparer.Ordinal)
    {
        ["home-empty"] = Home([], [], HomePages.First),
        ["home"] = Home(
            [Team.Act() with { Giver = Team.Raj, People = [Team.Mark, Team.Zoe] }, forMessage with { Giver = Team.Sue, People = [Team.Mark], Departments = [], Visibility = Visibility.Private }, Team.Act(kind: ExchangeKind.Kudos) with { Giver = Team.Sue, People = [] }],
            [Team.Act(note: $"<!channel> {new string('x', 400)}"), Team.Act(kind: ExchangeKind.Help, note: "") with { Values = [] }],
            HomePages.First),
        ["home-turned"] = Home([Team.Act() with { Giver = Team.Raj, People = [Team.Mark] }], [], HomePages.First.With("received", "1.1").With("given", "2.2")),
    };

    static GoldenMessageTests()
    {
        foreach (var (name, message) in AskExamples.Messages)
        {
            messages.Add(name, message);
        }

        foreach (var (name, form) in AskExamples.Forms)
        {
            forms.Add(name, form);
        }
    }

    private static readonly JsonWriterOptions readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> MessageNames => [.. messages.Keys];

    public static TheoryData<string> HomeNames => [.. homes.Keys];

    public static TheoryData<string> FormNames => [.. forms.Keys];

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Messages_look_as_agreed(string name) => Golden.Equal(
        $"Bot.Tests/Golden/slack/{name}.json", Readable(JsonSerializer.SerializeToElement(BlockKitRenderer.Render(messages[name], Team.Accounts), SlackJson.Wire.SlackMessage)));

    [Theory]
    [MemberData(nameof(FormNames))]
    public void Forms_look_as_agreed(string name) => Golden.Equal(
        $"Bot.Tests/Golden/slack/{name}.json",
        Readable(JsonSerializer.SerializeToElement(ModalRenderer.Render(forms[name], $"signature.{forms[name].State}"), SlackJson.Wire.ModalView)));

    [Theory]
    [MemberData(nameof(HomeNames))]
    public void Home_pages_look_as_agreed(string name) => Golden.Equal(
        $"Bot.Tests/Golden/slack/{name}.json", Readable(JsonSerializer.SerializeToElement(HomeRenderer.Render(homes[name], Team.Accounts), SlackJson.Wire.HomeView)));

    [Fact]
    public void No_file_is_left_over() =>
        Assert.Equal(messages.Keys.Concat(forms.Keys).Concat(homes.Keys).Order(StringComparer.Ordinal), Golden.Names("Bot.Tests/Golden/slack").Order(StringComparer.Ordinal));

    /// <summary>Mark's, with a way to older pages when there is anything at all.</summary>
    private static ChatHome Home(ImmutableArray<Act> received, ImmutableArray<Act> given, HomePages pages)
    {
        var words = new HomeMessages(Options.Create(new OrganisationOptions { TimeZone = "Europe/Zurich" }));
        return new ChatHome([HomeMessages.Welcome(), Section("received", received), Section("given", given)]);

        ChatSection Section(string name, ImmutableArray<Act> acts) => words.Acts(
            name, Team.Mark, acts, acts.Length > 1 ? pages.With(name, "639152640000000000.00000032000000000000000000000000") : null, pages.Of(name) is null ? null : pages.With(name, null));
    }

    private static string Readable(JsonElement json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, readable))
        {
            json.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
