using RelateBot.Bot.Teams.Cards;

namespace RelateBot.Bot.Tests.Teams;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("plain, with #value and 3-4 (really) a.b", "plain, with #value and 3-4 (really) a.b")]
    [InlineData("*b* _i_ `c` ~s~ a\\b", @"\*b\* \_i\_ \`c\` \~s\~ a\\b")]
    [InlineData("[click](https://evil.example)", @"\[click\](https://evil.example)")]
    [InlineData("# a\n- b\r\n1. c\n12) d\n> e\n+ f\n| g", "\\# a\n\n\\- b\n\n1\\. c\n\n12\\) d\n\n\\> e\n\n\\+ f\n\n\\| g")]
    [InlineData("#value\n## a", "#value\n\n\\## a")]
    [InlineData("    code\n\n\n\tcode", "code\n\ncode")]
    [InlineData("<at>Sue</at> &lt;", "&lt;\u2060at>Sue&lt;\u2060/at> &amp;lt;")]
    [InlineData("{{DATE(2026-11-22T08:00:00Z)}}", "{\u2060{DATE(2026-11-22T08:00:00Z)}}")]
    [InlineData("{{{DATE(x)}}", "{\u2060{\u2060{DATE(x)}}")]
    public void Nothing_in_somebodys_words_means_anything(string words, string written) => Assert.Equal(written, CardText.Escape(words));

    [Fact]
    public void What_no_screen_can_show_is_left_out() => Assert.Equal("abc😀", CardText.Escape("a\u0001\u0000b\ud83dc\ude00😀"));

    [Fact]
    public void Within_a_line_a_dash_stays_a_dash() => Assert.Equal("- x", CardText.Escape("- x", isAtStart: false));

    [Theory]
    [InlineData("Raj *Patel*", "Raj Patel")]
    [InlineData("Zoë <at>Boss</at>", "Zoë atBoss/at")]
    [InlineData(" [x](y) \n z", "x(y) z")]
    public void A_name_in_a_mention_is_its_letters(string name, string shown) => Assert.Equal(shown, CardText.InMention(name));

    [Theory]
    [InlineData(
        "https://teams.microsoft.com/l/message/19:a@thread.tacv2/1?x=(1)*",
        "https://teams.microsoft.com/l/message/19:a@thread.tacv2/1?x=%281%29%2A")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("not an address", null)]
    public void Only_the_webs_addresses_are_linked(string url, string? written) => Assert.Equal(written, CardText.Address(url));

    [Theory]
    [InlineData("a👩‍💻b", 5, "a…")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    public void What_is_too_long_ends_between_characters(string text, int longest, string shown) =>
        Assert.Equal(shown, CardText.Short(text, longest));
}
