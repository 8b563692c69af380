using RelateBot.Bot.Features.Pairing;

namespace RelateBot.Bot.Tests.Features.Pairing;

public sealed class CoffeeOpenersTests
{
    private readonly CoffeeOpeners openers = new();

    [Fact]
    public void There_are_enough_of_them_each_short_and_a_question()
    {
        Assert.InRange(openers.All.Length, 12, 500);
        Assert.Equal(openers.All.Length, openers.All.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(openers.All, opener => Assert.InRange(opener.Length, 10, 120));
        Assert.All(openers.All, opener => Assert.EndsWith("?", opener, StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_has_always_the_same_one_and_groups_differ()
    {
        var groups = Enumerable.Range(0, 200).Select(number => new Guid(0, 0, 0, [0, 0, 0, 0, (byte)number, 0, 0, 0])).ToList();

        Assert.All(groups, group => Assert.Equal(openers.For(group), openers.For(group)));
        Assert.Equal(openers.All.Length, groups.Select(openers.For).Distinct(StringComparer.Ordinal).Count());
    }
}
