using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack;
using RelateBot.Bot.Slack.BlockKit;
using RelateBot.Bot.Slack.Text;
using RelateBot.Bot.Tests.Examples;

namespace RelateBot.Bot.Tests.Slack;

public sealed class BlockKitRendererTests
{
    [Fact]
    public void Whatever_people_write_mentions_nobody_and_links_nowhere()
    {
        var piece = Gen.Elements(
            "<!channel>",
            "<@U0000000BOSS>",
            "<https://evil.example|x>",
            "<!subteam^S1>",
            "&lt;",
            "*",
            "`",
            "_",
            "~",
            ":tada:",
            ">",
            " ",
            "\n",
            "x",
            "😀",
            "e\u0301",
            "\ud83d");
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), words =>
        {
            var message = new ChatMessage
            {
                Summary = $"{Team.Mark.Name} says {words} {words} {words}",
                Blocks =
                [
                    new ChatBlock.Paragraph(ChatText.Of(
                        $"{Team.Mark} says {ChatText.Bold(words)} {new ChatSpan.PersonRef(Team.Zoe.Id, words)} {words}")),
                    new ChatBlock.Quote(words),
                    new ChatBlock.Small(ChatText.Of($"{Team.Sue} {words}")),
                ],
            };
            var drawn = BlockKitRenderer.Render(message, Team.Accounts);
            AssertHarmless(drawn, "U000000MARK", "U0000000SUE");
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2999, 1)]
    [InlineData(3000, 1)]
    [InlineData(3001, 1)]
    [InlineData(40_000, 4)]
    [InlineData(100, 200)]
    public void However_much_there_is_Slack_takes_it(int length, int blocks)
    {
        var words = string.Concat(Enumerable.Repeat("a<&👩‍💻é", (length / 8) + 1))[..length];
        var message = new ChatMessage
        {
            Summary = words,
            Blocks = [.. Enumerable
                .Range(0, blocks)
                .Select(i =>
                    (i % 3) switch
                    {
                        0 => new ChatBlock.Paragraph(ChatText.Of(words)),
                        1 => new ChatBlock.Quote(words),
                        _ => (ChatBlock)new ChatBlock.Small(ChatText.Of(words))
                    })],
        };

        var drawn = BlockKitRenderer.Render(message, Team.Accounts);

        Assert.InRange(drawn.Text.Length, 1, 4000);
        Assert.InRange(drawn.Blocks.Length, 1, 50);
        var texts = Texts(Json(drawn).GetProperty("blocks")).ToList();
        Assert.All(texts, text => Assert.InRange(text.Length, 1, 3000));
        Assert.InRange(texts.Sum(text => text.Length), 1, 12_000);
    }

    [Theory]
    [InlineData("a<&👩‍💻é")]
    [InlineData("&&&&&&&&")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍")]
    public void Text_is_cut_between_characters_and_never_within_an_escape(string unit)
    {
        var words = string.Concat(Enumerable.Repeat(unit, 4000));

        var drawn = BlockKitRenderer.Render(ChatMessage.Of(ChatText.Of(words)), Team.Accounts);

        var run = Assert.Single(Texts(Json(drawn).GetProperty("blocks")));
        Assert.InRange(run.Length, 2900, 3000);
        AssertIsPrefix(run, words);
        Assert.InRange(drawn.Text.Length, 2900, 3000);
        Assert.Matches("^(?:[^&<>]|&amp;|&lt;|&gt;)*…$", drawn.Text);
        AssertIsPrefix(SlackText.Read(drawn.Text).Spans is [IncomingSpan.Words text] ? text.Text : "", words);
    }

    [Fact]
    public void A_character_with_no_end_of_accents_is_cut_all_the_same()
    {
        var drawn = BlockKitRenderer.Render(ChatMessage.Of(ChatText.Of("a" + new string('\u0301', 20_000))), Team.Accounts);

        Assert.InRange(Assert.Single(Texts(Json(drawn).GetProperty("blocks"))).Length, 2900, 3000);
    }

    [Fact]
    public void Buttons_of_one_action_are_told_apart_and_still_mean_the_same()
    {
        var drawn = BlockKitRenderer.Render(
            ChatMessage.Of(
                new ChatBlock.Paragraph(ChatText.Of("?")),
                new ChatBlock.Buttons(
                    [.. Enumerable.Range(0, 5).Select(i => new ChatButton("thanks.choose", $"{i}", new string('x', 100)))])),
                        Team.Accounts);

        var elements = Assert.IsType<ActionsBlock>(drawn.Blocks[1]).Elements.Cast<ButtonElement>().ToList();
        Assert.Equal(5, elements.Select(button => button.ActionId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(elements, button => Assert.Equal(75, button.Text.Text.Length));
        Assert.Equal(["0", "1", "2", "3", "4"], elements.Select(button => button.Value));
    }

    [Theory]
    [InlineData("https://example.com/a?b=1|2", true)]
    [InlineData("http://example.com/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("mailto:sue@example.com", false)]
    [InlineData("/relative", false)]
    [InlineData("", false)]
    public void Only_web_addresses_become_links(string url, bool isLink)
    {
        var drawn = BlockKitRenderer.Render(ChatMessage.Of(ChatText.Of($"see {new ChatSpan.Link(url, "this <page>")}")), Team.Accounts);

        var runs = Assert.IsType<RichTextSection>(Assert.IsType<RichTextBlock>(Assert.Single(drawn.Blocks)).Elements[0]).Elements;
        Assert.Equal(isLink ? new RichTextLink(url, "this <page>") : new RichTextText("see this <page>"), runs[^1]);
    }

    [Fact]
    public void Nothing_to_show_is_left_out_rather_than_refused_by_Slack()
    {
        var drawn = BlockKitRenderer.Render(
            new ChatMessage
            {
                Summary = " ",
                Blocks = [
                    new ChatBlock.Paragraph(ChatText.Of("")),
                    new ChatBlock.Quote(""),
                    new ChatBlock.Small(ChatText.Empty),
                    new ChatBlock.Buttons([])
                ]
            }, Team.Accounts);

        Assert.Empty(drawn.Blocks);
        Assert.Equal("…", drawn.Text);
    }

    private static void AssertHarmless(SlackMessage drawn, params string[] mayBeMentioned)
    {
        Assert.DoesNotMatch("[<>]|&(?!amp;|lt;|gt;)", Unmentioned(drawn.Text, mayBeMentioned));
        foreach (var element in Elements(Json(drawn).GetProperty("blocks")))
        {
            switch (element.GetProperty("type").GetString())
            {
                case "user":
                    Assert.Contains(element.GetProperty("user_id").GetString(), mayBeMentioned);
                    break;
                case "mrkdwn":
                    var markup = element.GetProperty("text").GetString()!;
                    Assert.DoesNotMatch("[<>*_~`]|&(?!amp;|lt;|gt;)", Unmentioned(markup, mayBeMentioned));
                    Assert.True(element.GetProperty("verbatim").GetBoolean());
                    break;
                case "rich_text" or "rich_text_section" or "rich_text_quote" or "text" or "emoji" or "context" or "plain_text":
                    break;
                case var other:
                    Assert.Fail($"Nobody asked for a {other}.");
                    break;
            }
        }
    }

    private static string Unmentioned(string markup, string[] users) =>
        users.Aggregate(markup, (text, user) => text.Replace($"<@{user}>", "", StringComparison.Ordinal));

    private static void AssertIsPrefix(string cut, string whole)
    {
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.StartsWith(cut[..^1], whole, StringComparison.Ordinal);
        var boundaries = StringInfo.ParseCombiningCharacters(whole);
        Assert.Contains(cut.Length - 1, boundaries);
    }

    private static JsonElement Json(SlackMessage drawn) => JsonSerializer.SerializeToElement(drawn, SlackJson.Wire.SlackMessage);

    private static IEnumerable<JsonElement> Elements(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Elements),
        JsonValueKind.Object =>
            json
                .EnumerateObject()
                .SelectMany(property => Elements(property.Value))
                .Concat(json.TryGetProperty("type", out _) ? [json] : ImmutableArray<JsonElement>.Empty),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement json) =>
        Elements(json)
            .Select(element =>
                element.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "")
            .Where(text => text.Length > 0);
}
