namespace RelateBot.Domain.Tests;

public sealed class TextClippingTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "longe")]
    [InlineData("abc😀", 4, "abc")]
    [InlineData("abc😀d", 5, "abc😀")]
    [InlineData("😀", 1, "")]
    [InlineData("x", 0, "")]
    public void Text_is_cut_to_what_fits_and_never_within_an_emoji(string text, int longest, string clipped) =>
        Assert.Equal(clipped, text.Clip(longest));
}
