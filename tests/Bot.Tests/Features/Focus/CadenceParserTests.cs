using RelateBot.Bot.Features.Focus;
using RelateBot.Domain.Focus;

namespace RelateBot.Bot.Tests.Features.Focus;

public sealed class CadenceParserTests
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
}
