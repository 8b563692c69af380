using RelateBot.Bot.Chat.Messages;

namespace RelateBot.Bot.Tests.Chat;

public sealed class CommandsInTextTests
{
    [Theory]
    [InlineData("You get it on 30 November. /relate digest off ends that.", "You get it on 30 November. [/relate digest off] ends that.")]
    [InlineData("/thanks @sue for the new laptop\n/thanks @it for it", "[/thanks @sue for the new laptop]\n[/thanks @it for it]")]
    [InlineData("Without words, /thanks and /ask open a form.", "Without words, [/thanks] and [/ask] open a form.")]
    [InlineData("/ask @it … reaches them.", "[/ask @it …] reaches them.")]
    [InlineData("To be named: `/relate unsung on`", "To be named: [/relate unsung on]")]
    [InlineData("/relate digest weekly or monthly sends it", "[/relate digest weekly] or monthly sends it")]
    [InlineData("/relate five add @ana.b monthly.", "[/relate five add @ana.b monthly].")]
    [InlineData("see https://example.com/help and and/or", "see https://example.com/help and and/or")]
    [InlineData("nothing here", "nothing here")]
    [InlineData("", "")]
    public void Commands_look_like_commands(string sentence, string expected) => Assert.Equal(expected, Show(ChatText.Of(sentence)));

    [Fact]
    public void What_people_wrote_is_left_alone()
    {
        var words = "/relate digest off";

        Assert.Equal("They said /relate digest off", Show(ChatText.Of($"They said {words}")));
        Assert.Equal(words, Show(ChatText.Plain(words)));
    }

    [Fact]
    public void A_command_that_is_written_in_two_pieces_is_one() =>
        Assert.Equal("[/thanks privately @sue for it]", Show(ChatText.Of($"/thanks " + $"privately @sue for it")));

    private static string Show(ChatText text) =>
        string.Concat(text.Spans.Select(span => span is ChatSpan.Command command ? $"[{command.Text}]" : ((ChatSpan.Plain)span).Text));
}
