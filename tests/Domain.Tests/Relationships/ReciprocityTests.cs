using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Relationships;

public sealed class ReciprocityTests
{
    private static readonly Arbitrary<(int There, int Back)[]> pairs =
        (from there in Gen.Choose(0, 30) from back in Gen.Choose(0, 30) select (there, back)).ArrayOf().ToArbitrary();

    [Fact]
    public void It_is_what_the_formula_gives_on_the_whole_matrix() =>
        Prop.ForAll(pairs, some => Assert.Equal(OnTheMatrix(some), Reciprocity.Of(some))).QuickCheckThrowOnFailure();

    [Fact]
    public void It_lies_between_nothing_and_one() =>
        Prop.ForAll(pairs, some => Assert.InRange(Reciprocity.Of(some) ?? 0, 0, 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void One_way_streets_alone_have_none() =>
        Prop
            .ForAll(pairs, some => Assert.True(Reciprocity.Of(some.Select(pair => (pair.There, 0))) is null or 0))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Where_each_gives_as_much_as_it_takes_it_is_whole() =>
        Prop
            .ForAll(pairs, some => Assert.True(Reciprocity.Of(some.Select(pair => (pair.There, pair.There))) is null or 1))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Helping_back_never_lowers_it_while_one_is_behind() => Prop.ForAll(pairs, some =>
    {
        foreach (var (there, back) in some.Where(pair => pair.Back < pair.There))
        {
            Assert.True(Reciprocity.Of([(there, back + 1)]) > Reciprocity.Of([(there, back)]));
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(13, 0, 0.0)]
    [InlineData(3, 1, 0.5)]
    [InlineData(7, 7, 1.0)]
    public void Some_pairs_by_hand(int there, int back, double expected) => Assert.Equal(expected, Reciprocity.Of([(there, back)]));

    [Fact]
    public void Without_help_there_is_nothing_to_say() => Assert.Null(Reciprocity.Of([(0, 0)]));

    /// <summary>Every pair becomes two vertices of one network.</summary>
    private static double? OnTheMatrix((int There, int Back)[] pairs)
    {
        var weights = new int[pairs.Length * 2, pairs.Length * 2];
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            weights[2 * pair, (2 * pair) + 1] = pairs[pair].There;
            weights[(2 * pair) + 1, 2 * pair] = pairs[pair].Back;
        }

        var (both, all) = (0, 0);
        for (var i = 0; i < weights.GetLength(0); i++)
        {
            for (var j = 0; j < weights.GetLength(1); j++)
            {
                if (i != j)
                {
                    both += Math.Min(weights[i, j], weights[j, i]);
                    all += weights[i, j];
                }
            }
        }

        return all == 0 ? null : (double)both / all;
    }
}
