using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack;
using RelateBot.Bot.Slack.Events;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>Verbatim runs are shown in backticks.</summary>
public sealed class BotMessageParserTests
{
    [Theory]
    [InlineData("thanks <@U1> for `<@U2>`", "[thanks ]@U1[ for ]``<@U2>``")]
    [InlineData("thanks <@U1>\n&gt; <@U2> said so\nall", "[thanks ]@U1[\n]`> <@U2> said so`[\nall]")]
    [InlineData("thanks <@U1> ```<@U2>\nx```", "[thanks ]@U1[ ]````<@U2>\nx````")]
    [InlineData("`thanks <@U1>`", null)]
    [InlineData("```thanks <@U1>```\n", null)]
    [InlineData("&gt; thanks <@U1>", null)]
    [InlineData("1 ` 2", "[1 ` 2]")]
    [InlineData("", "")]
    public void Without_rich_text_code_and_quotes_are_told_by_their_marks(string text, string? expected) =>
        Assert.Equal(expected, Show(Direct(text)));

    [Theory]
    [InlineData(
        """[{"type":"text","text":"thanks "},{"type":"user","user_id":"U1"},{"type":"text","text":" & you"}]""",
        "[thanks ]@U1[ & you]")]
    [InlineData(
        """[{"type":"usergroup","usergroup_id":"S1"},{"type":"emoji","name":"tada"},{"type":"link","url":"https://x.example"},{"type":"channel","channel_id":"C1"},{"type":"broadcast","range":"here"}]""",
        "!S1[:tada:https://x.example#C1@here]")]
    [InlineData("""[{"type":"text","text":"thanks "},{"type":"user","user_id":"U1","style":{"code":true}}]""", "[thanks ]`@U1`")]
    [InlineData(
        """[{"type":"text","text":"thanks ","style":{"bold":true}},{"type":"text","text":"@sue","style":{"code":true}},{"type":"text","text":"#tag","style":{"code":true}}]""",
        "[thanks ]`@sue#tag`")]
    [InlineData(
        """[{"type":"new_thing","text":7},{"type":"text"},{"type":"user"},7,null,"x",{"type":"text","text":"hi","style":"bold"}]""",
        "[hi]")]
    public void A_section_is_words_and_mentions(string elements, string expected) =>
        Assert.Equal(
            expected,
            Show(Direct("not this", $$"""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":{{elements}}}]}]""")));

    [Fact]
    public void Code_and_quotes_are_verbatim_and_lists_are_lines() => Assert.Equal(
        "[thanks ]@U1[\none\n@two ]@U2[\n]`@U3`[\n]`thanks @U4`",
        Show(Direct("", """
            [{"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[{"type":"text","text":"thanks "},{"type":"user","user_id":"U1"}]},
              {"type":"rich_text_list","style":"bullet","elements":[
                {"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},
                {"type":"rich_text_section","elements":[{"type":"text","text":"@two "},{"type":"user","user_id":"U2"}]}]},
              {"type":"rich_text_quote","elements":[{"type":"user","user_id":"U3"}]},
              {"type":"rich_text_preformatted","elements":[{"type":"text","text":"thanks @U4"}]}]}]
            """)));

    [Theory]
    [InlineData("thanks <@U1> for it\nSent using <@UCLAUDE>", "[thanks ]@U1[ for it]")]
    [InlineData("thanks for it <@U1>\n\n_Sent using_ <@UCLAUDE|Claude>", "[thanks for it ]@U1")]
    [InlineData("thanks <@U1>\n*Posted via* the assistant", "[thanks ]@U1")]
    [InlineData("thanks <@U1>\nDrafted with <@U2> and <@U3>", "[thanks ]@U1")]
    [InlineData("thanks <@U1>\nSent by courier\nand more", "[thanks ]@U1[\nSent by courier\nand more]")]
    [InlineData("thanks <@U1> who sent by mail", "[thanks ]@U1[ who sent by mail]")]
    public void An_assistants_signature_is_not_said_by_the_person(string text, string expected) =>
        Assert.Equal(expected, Show(Direct(text)));

    [Theory]
    [InlineData("<@UBOT> thanks <@U1>", "[thanks ]@U1")]
    [InlineData("<@UBOT>", "")]
    [InlineData("I told <@UBOT> thanks <@U1>", null)]
    [InlineData("thanks <@U1>\nSent using <@UBOT>", null)]
    [InlineData("`<@UBOT>` thanks <@U1>", null)]
    [InlineData("&gt; <@UBOT> thanks <@U1>", null)]
    [InlineData("<@UBOT> `thanks <@U1>`", null)]
    public void In_a_channel_the_bot_is_spoken_to_by_its_name_in_front(string text, string? expected) =>
        Assert.Equal(
            expected,
            Show(BotMessageParser.Read(
                new MessageEvent { Type = "app_mention", Channel = "C1", Ts = "1.1", User = "UMARK", Text = text },
                "UBOT")));

    [Fact]
    public void Any_text_at_all_can_be_read()
    {
        var piece = Gen.Elements(
            "<@U1>",
            "<@UBOT>",
            "`",
            "```",
            "&gt;",
            "\n",
            "Sent using",
            " ",
            "thanks",
            "*",
            "_",
            "|",
            "<",
            ">",
            "x",
            "😀",
            "\ud83d");
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var spans = Direct(text)?.Spans ?? [];
            return spans.All(span => span is not (IncomingSpan.Words { Text: "" } or IncomingSpan.Verbatim { Text: "" }))
                && !spans.Zip(spans.Skip(1)).Any(pair => pair is (IncomingSpan.Words, IncomingSpan.Words));
        }).QuickCheckThrowOnFailure();
    }

    private static IncomingText? Direct(string text, string? blocks = null) => BotMessageParser.Read(
        JsonSerializer.Deserialize(
            JsonSerializer.Serialize(
                new
                {
                    type = "message",
                    channel_type = "im",
                    channel = "D1",
                    ts = "1.1",
                    user = "UMARK",
                    text,
                    blocks = blocks is null ? default(JsonElement?) : JsonElement.Parse(blocks)
                }),
            SlackJson.Requests.MessageEvent)!,
        "UBOT");

    private static string? Show(IncomingText? text) => text is null ? null : string.Concat(text.Spans.Select(span => span switch
    {
        IncomingSpan.Words words => $"[{words.Text}]",
        IncomingSpan.Verbatim verbatim => $"`{verbatim.Text}`",
        IncomingSpan.Mention mention => $"@{mention.ExternalId}",
        IncomingSpan.GroupMention group => $"!{group.ExternalId}",
        _ => throw new InvalidOperationException(),
    }));
}
