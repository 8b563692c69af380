using FsCheck;
using FsCheck.Fluent;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Slack.Text;

namespace RelateBot.Bot.Tests.Slack;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<@U012AB3CD|sue> for the laptop", "@U012AB3CD(sue)[ for the laptop]")]
    [InlineData("<@W012AB3CD> hi", "@W012AB3CD()[ hi]")]
    [InlineData("<@U1|sue><@U2|raj> hi", "@U1(sue)@U2(raj)[ hi]")]
    [InlineData("<!subteam^S012AB3CD|@it> for it", "!S012AB3CD(@it)[ for it]")]
    [InlineData("<!subteam^S012AB3CD> for it", "!S012AB3CD()[ for it]")]
    [InlineData("see <#C012AB3CD|general> now", "[see ]{#general}[ now]")]
    [InlineData("see <#C012AB3CD> now", "[see ]{#C012AB3CD}[ now]")]
    [InlineData("see <#C012AB3CD|> now", "[see ]{#C012AB3CD}[ now]")]
    [InlineData("<https://example.com/?a=1&amp;b=2|the page>", "{the page}")]
    [InlineData("<https://example.com/?a=1&amp;b=2>", "{https://example.com/?a=1&b=2}")]
    [InlineData("<mailto:sue@example.com|sue@example.com>", "{sue@example.com}")]
    [InlineData("<!here> <!channel|channel>", "[@here channel]")]
    [InlineData("<!date^1392734382^{date}|yesterday>", "[yesterday]")]
    [InlineData("a &lt;@U1|x&gt; &amp;lt; b", "[a <@U1|x> &lt; b]")]
    [InlineData("@sue for 1 &lt; 2 &amp; more", "[@sue for 1 < 2 & more]")]
    [InlineData("<@U1|a&lt;b>", "@U1(a<b)")]
    [InlineData("<@u1|sue> <@|x> <@U1", "[sue x <@U1]")]
    [InlineData("line\nbreak <@U1>", "[line\nbreak ]@U1()")]
    [InlineData("", "")]
    public void What_Slack_put_between_brackets_is_told_apart_from_words(string text, string expected) =>
        Assert.Equal(expected, Show(SlackText.Read(text)));

    [Theory]
    [InlineData("<@UBOT> thanks <@U1>", "[thanks ]@U1()")]
    [InlineData("  <@UBOT>: thanks <@U1>", "[thanks ]@U1()")]
    [InlineData("<@UBOT><@U1> hi", "@U1()[ hi]")]
    [InlineData("thanks <@UBOT>", null)]
    [InlineData("<@U1> thanks", null)]
    [InlineData("<@UBOT>", "")]
    [InlineData("<@UBOT>: ", "")]
    public void The_bots_own_name_in_front_is_an_address(string text, string? expected) =>
        Assert.Equal(expected, SlackText.AfterMentionOf("UBOT", SlackText.Read(text)) is { } said ? Show(said) : null);

    [Fact]
    public void What_people_typed_comes_back_as_they_typed_it_and_mentions_nobody() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), typed =>
    {
        var escaped = typed.Get
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        var read = SlackText.Read(escaped);
        return typed.Get.Length == 0 ? read.Spans.IsEmpty : read.Spans is [IncomingSpan.Words words] && words.Text == typed.Get;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_at_all_can_be_read()
    {
        var piece = Gen.Elements(
            "<",
            ">",
            "|",
            "@",
            "#",
            "!",
            "subteam^",
            "U1",
            "S1",
            "&",
            "&lt;",
            "amp;",
            "https://",
            " ",
            "\n",
            "x",
            "😀",
            "\ud83d");
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var spans = SlackText.Read(text).Spans;
            return spans.All(span => span is not IncomingSpan.Words { Text: "" })
                && spans.OfType<IncomingSpan.Mention>().All(mention => text.Contains($"<@{mention.ExternalId}", StringComparison.Ordinal))
                && !spans.Zip(spans.Skip(1)).Any(pair => pair is (IncomingSpan.Words, IncomingSpan.Words));
        }).QuickCheckThrowOnFailure();
    }

    private static string Show(IncomingText text) => string.Concat(text.Spans.Select(span => span switch
    {
        IncomingSpan.Words words => $"[{words.Text}]",
        IncomingSpan.Reference reference => $"{{{reference.Text}}}",
        IncomingSpan.Mention mention => $"@{mention.ExternalId}({mention.Name})",
        IncomingSpan.GroupMention group => $"!{group.ExternalId}({group.Name})",
        _ => throw new InvalidOperationException(),
    }));
}
