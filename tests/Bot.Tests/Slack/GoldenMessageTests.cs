using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Features.Home;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Slack;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Bot.Slack.Forms;
using RelateBot.Bot.Slack.Sending;
using RelateBot.Bot.Tests.Examples;
using RelateBot.Domain.Exchanges;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>Every message and form as Slack receives it. The files also pass Slack's own types and limits (see CONTRIBUTING).</summary>
public sealed class GoldenMessageTests
{
    private static readonly Act forMessage = Team.Act(note: "") with { Link = "https://acme.slack.com/archives/C1/p1795000000000100" };

    private static readonly Dictionary<string, ChatMessage> messages = new(MessageExamples.Messages, StringComparer.Ordinal)
    {
        ["help"] = GuideMessages.Help(SlackMessages.AlsoOffers("pray"), "Here in our direct messages you can leave the slash out."),
        ["form-did-not-open"] = SlackFormOpener.FallbackFor(ThanksForm.ToGive(ExchangeKind.Thanks, [])).Message,
        ["form-did-not-open-say-back"] = SlackFormOpener.FallbackFor(ThanksForm.ToSayBack(Team.Act())).Message,
    };

    private static readonly IReadOnlyDictionary<string, ChatForm> forms = MessageExamples.Forms;

    private static readonly Dictionary<string, ChatHome> homes = new(StringComparer.Ordinal)
    {
        ["home-empty"] = Home([], [], HomePagination.First),
        ["home"] = Home(
            [
                Team.Act() with { Giver = Team.Raj, People = [Team.Mark, Team.Zoe] },
                forMessage with { Giver = Team.Sue, People = [Team.Mark], Departments = [], Visibility = Visibility.Private },
                Team.Act(kind: ExchangeKind.Kudos) with { Giver = Team.Sue, People = [] }
            ],
            [Team.Act(note: $"<!channel> {new string('x', 400)}"), Team.Act(kind: ExchangeKind.Help, note: "") with { Values = [] }],
            HomePagination.First),
        ["home-with-coffee"] = new ChatHome([CoffeeExamples.Section]),
        ["home-with-coffee-paused"] = new ChatHome([CoffeeExamples.SectionPaused]),
        ["home-of-a-head"] = new ChatHome([DigestExamples.Section]),
        ["home-of-an-administrator"] = new ChatHome([DigestExamples.SectionOfTheWhole]),
        ["home-turned"] = Home(
            [Team.Act() with { Giver = Team.Raj, People = [Team.Mark] }],
            [],
            HomePagination.First.With("received", "1.1").With("given", "2.2")),
    };

    public static TheoryData<string> MessageNames => [.. messages.Keys];

    public static TheoryData<string> HomeNames => [.. homes.Keys];

    public static TheoryData<string> FormNames => [.. forms.Keys];

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Messages_look_as_agreed(string name) => Golden.Equal(
        $"Bot.Tests/Golden/slack/{name}.json",
        ReadableJson.Of(JsonSerializer.SerializeToElement(
            BlockKitRenderer.Render(messages[name], Team.Accounts),
            SlackJson.Wire.SlackMessage)));

    [Theory]
    [MemberData(nameof(FormNames))]
    public void Forms_look_as_agreed(string name) => Golden.Equal(
        $"Bot.Tests/Golden/slack/{name}.json",
        ReadableJson.Of(JsonSerializer.SerializeToElement(
            ModalRenderer.Render(forms[name], $"signature.{forms[name].State}"),
            SlackJson.Wire.ModalView)));

    [Theory]
    [MemberData(nameof(HomeNames))]
    public void Home_pages_look_as_agreed(string name) => Golden.Equal(
        $"Bot.Tests/Golden/slack/{name}.json",
        ReadableJson.Of(JsonSerializer.SerializeToElement(HomeRenderer.Render(homes[name], Team.Accounts), SlackJson.Wire.HomeView)));

    [Fact]
    public void No_file_is_left_over() =>
        Assert.Equal(
            messages.Keys.Concat(forms.Keys).Concat(homes.Keys).Order(StringComparer.Ordinal),
            Golden.Names("Bot.Tests/Golden/slack").Order(StringComparer.Ordinal));

    /// <summary>Mark's, with a way to older pages when there is anything at all.</summary>
    private static ChatHome Home(ImmutableArray<Act> received, ImmutableArray<Act> given, HomePagination pagination)
    {
        var words = new HomeMessages(Options.Create(new OrganisationOptions { TimeZone = "Europe/Zurich" }));
        return new ChatHome([
            HomeMessages.Welcome(),
            given.IsEmpty ? FocusExamples.EmptySection : FocusExamples.Section,
            Section("received", received),
            Section("given", given)
        ]);

        ChatSection Section(string name, ImmutableArray<Act> acts) => words.Acts(
            name,
            Team.Mark,
            acts,
            acts.Length > 1 ? pagination.With(name, "639152640000000000.00000032000000000000000000000000") : null,
            pagination.Of(name) is null ? null : pagination.With(name, null));
    }
}
