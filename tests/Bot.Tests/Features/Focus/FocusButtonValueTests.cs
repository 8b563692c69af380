using RelateBot.Bot.Features.Focus;

namespace RelateBot.Bot.Tests.Features.Focus;

public sealed class FocusButtonValueTests
{
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
