using System.Collections.Immutable;
using System.Text.Json;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Teams;
using RelateBot.Bot.Teams.Cards;
using RelateBot.Bot.Teams.Sending;
using RelateBot.Bot.Tests.Examples;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Teams;

/// <summary>Every message and form as Teams receives it. The files also pass Microsoft's own renderer (see CONTRIBUTING).</summary>
public sealed class GoldenCardTests
{
    private static readonly Dictionary<string, ChatMessage> messages = new(MessageExamples.Messages, StringComparer.Ordinal)
    {
        ["help"] = GuideMessages.Help(TeamsMessages.AlsoOffers, TeamsMessages.CommandNote),
        ["welcome-you"] = GuideMessages.WelcomeYou(),
        ["welcome-all"] = GuideMessages.WelcomeAll(),
        ["privacy"] = GuideMessages.Privacy(),
        ["posted-injection-cards"] = ThanksMessages.Posted(
            Team.Act(
                "<at>Sue Miller</at> [your payslip](https://evil.example) **bold** _it_ {{DATE(2026-11-22T08:00:00Z)}}\n# heading\n1. "
                    + "one\n- two\n> three\n&lt;at&gt;"), []),
    };

    private static readonly Dictionary<string, AdaptiveCard> forms = MessageExamples.Forms
        .ToDictionary(form => form.Key, form => FormCard.Render(form.Value), StringComparer.Ordinal);

    static GoldenCardTests()
    {
        forms.Add("form-give-in-dialog", FormCard.Render(MessageExamples.Forms["form-give"], once: "0123456789ABCDEF", isInDialog: true));
        forms.Add(
            "ask-posted-with-viewers",
            CardRenderer.Render(messages["ask-posted-taken"], CardPeople.Accounts, "29:1mark-weber", "29:1sue-miller"));
        forms.Add("form-ask-with-faults", FormCard.Render(
            MessageExamples.Forms["form-ask"].WithAnswers(new ChatInput.Form(
                "ask.ask",
                "",
                ImmutableDictionary<string, ImmutableArray<string>>.Empty
                    .Add("text", ["my *laptop*"])
                    .Add("person", [CardPeople.Sue])
                    .Add("readers", ["few"]))),
            ImmutableDictionary<string, string>.Empty
                .Add("text", "Please say a little more.")
                .Add("nowhere", "Something else is the matter.")));
    }

    public static TheoryData<string> MessageNames => [.. messages.Keys];

    public static TheoryData<string> FormNames => [.. forms.Keys];

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Messages_look_as_agreed(string name) => AssertGolden(name, CardRenderer.Render(messages[name], CardPeople.Accounts));

    [Theory]
    [MemberData(nameof(FormNames))]
    public void Forms_look_as_agreed(string name) => AssertGolden(name, forms[name]);

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void No_command_is_named_with_a_slash_where_there_are_none(string name)
    {
        var card = JsonSerializer.Serialize(CardRenderer.Render(messages[name], CardPeople.Accounts), TeamsJson.Wire.AdaptiveCard);

        Assert.All(CommandGuide.All, command => Assert.DoesNotMatch($@"(?<![\w/.])/{command.Name}\b", card));
    }

    [Fact]
    public void No_file_is_left_over() =>
        Assert.Equal(
            messages.Keys.Concat(forms.Keys).Order(StringComparer.Ordinal),
            Golden.Names("Bot.Tests/Golden/teams").Order(StringComparer.Ordinal));

    private static void AssertGolden(string name, AdaptiveCard card) =>
        Golden.Equal(
            $"Bot.Tests/Golden/teams/{name}.json",
            ReadableJson.Of(JsonSerializer.SerializeToElement(card, TeamsJson.Wire.AdaptiveCard)));
}
