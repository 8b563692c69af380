using RelateBot.Bot.Features.Focus;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Tests.Features.Focus;

public sealed class FocusWordsTests
{
    [Theory]
    [InlineData("weekly", Cadence.Weekly)]
    [InlineData(" Every two weeks. ", Cadence.Fortnightly)]
    [InlineData("MONTHLY", Cadence.Monthly)]
    [InlineData("every 3 months", Cadence.Quarterly)]
    [InlineData("now and then", null)]
    [InlineData("", null)]
    public void How_often_is_read_as_people_say_it(string words, Cadence? cadence) => Assert.Equal(cadence, CadenceParser.Parse(words));

    [Fact]
    public void Every_cadence_is_said_in_words_that_are_read_again() =>
        Assert.All(Enum.GetValues<Cadence>(), cadence => Assert.Equal(cadence, CadenceParser.Parse(cadence.ToWords())));

    [Theory]
    [InlineData("")]
    [InlineData("x:1")]
    [InlineData("00000001000000000000000000000000:-1")]
    [InlineData("00000001000000000000000000000000")]
    [InlineData("00000001000000000000000000000000:99999999999")]
    public void A_value_that_was_not_made_here_is_none(string value) => Assert.Null(FocusButtonValue.Read(value));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_buttons_value_comes_back_as_it_was(bool isAtHome)
    {
        var tap = new FocusButtonValue(new Guid(1, 2, 3, new byte[8]), 42, isAtHome);

        Assert.Equal(tap, FocusButtonValue.Read(tap.ToString()));
    }
}
