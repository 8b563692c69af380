using System.Collections.Frozen;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Cards;

namespace RelateBot.Bot.Tests.Teams;

public sealed class CardTextTests
{
    [Fact]
    public void A_link_stays_one_whatever_is_in_its_address() =>
        Assert.Equal("[a \\*b\\*](https://example.com/x_%28y%29?q=1%202)", Draw(new ChatSpan.Link("https://example.com/x_(y)?q=1 2", "a *b*")));

    [Theory]
    [InlineData("*stars* and [brackets](x)", "\\*stars\\* and \\[brackets\\](x)")]
    [InlineData("<at>Sue</at> & co #1", "&lt;at>Sue&lt;/at> &amp; co #1")]
    [InlineData("one\ntwo", "one\n\ntwo")]
    public void Somebodys_words_are_no_markup(string words, string expected) => Assert.Equal(expected, Draw(new ChatSpan.Plain(words)));

    private static string Draw(ChatSpan span) =>
        ((CardElement.TextBlock)Assert.Single(CardRenderer.Render(ChatMessage.Of(new ChatText([span])), FrozenDictionary<Guid, string>.Empty).Body)).Text;
}
