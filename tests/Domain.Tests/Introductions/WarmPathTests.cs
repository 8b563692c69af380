using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Tests.Introductions;

public sealed class WarmPathTests
{
    private static readonly DateOnly week = new(2026, 11, 16);
    private static readonly Guid[] people = [.. Enumerable.Range(1, 8).Select(number => new Guid(number, 0, 0, new byte[8]))];

    /// <summary>Any ties among eight people, of any strength and age.</summary>
    private static readonly Arbitrary<(int One, int Other, int Weeks, int Ago)[]> networks = (
        from one in Gen.Choose(0, 7)
        from other in Gen.Choose(0, 7)
        from weeks in Gen.Choose(1, 5)
        from ago in Gen.Choose(0, 40)
        where one != other
        select (one, other, weeks, ago)).ArrayOf().ToArbitrary();

    [Fact]
    public void It_is_the_best_of_all_paths_there_are() => Prop.ForAll(networks, network =>
    {
        var ties = Ties(network);
        var expected = Slowly(ties);
        var path = WarmPath.Strongest(people[0], people[1], ties, week);
        Assert.Equal(expected?.People, path?.People);
        Assert.Equal(expected?.Trust, path?.Trust);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void It_is_the_same_from_the_other_side_and_in_any_order_of_ties() => Prop.ForAll(networks, network =>
    {
        var ties = Ties(network);
        var path = WarmPath.Strongest(people[0], people[1], ties, week);
        Assert.Equal(path?.People, WarmPath.Strongest(people[0], people[1], [.. ties.Reverse()], week)?.People);
        Assert.Equal(path?.Trust ?? 0, WarmPath.Strongest(people[1], people[0], ties, week)?.Trust ?? 0, tolerance: 1e-12);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Two_strong_steps_are_better_than_a_memory_and_three_never_win_by_length()
    {
        Assert.Equal<Guid>(
            [people[0], people[2], people[1]],
            WarmPath.Strongest(people[0], people[1], Ties([(0, 2, 5, 0), (2, 1, 5, 0), (0, 1, 1, 40)]), week)!.People);
        Assert.Equal<Guid>(
            [people[0], people[2], people[1]],
            WarmPath.Strongest(people[0], people[1], Ties([(0, 2, 5, 0), (2, 1, 5, 0), (2, 3, 5, 0), (3, 1, 5, 0)]), week)!.People);
    }

    [Fact]
    public void No_tie_that_carries_something_lies_below_the_level_that_is_read() => Prop.ForAll(networks, network =>
        Assert.All(
            Ties(network).Where(tie => tie.StrengthIn(week) >= WarmPath.WeakestTie),
            tie => Assert.True(tie.Level >= WarmPath.WeakestLevel(week)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Four_steps_are_too_many() =>
        Assert.Null(WarmPath.Strongest(people[0], people[1], Ties([(0, 2, 5, 0), (2, 3, 5, 0), (3, 4, 5, 0), (4, 1, 5, 0)]), week));

    /// <summary>Every row of people that ties connect, up to four of them, each judged by the formula.</summary>
    private static (ImmutableArray<Guid> People, double Trust)? Slowly(IReadOnlyList<Tie> ties)
    {
        List<(ImmutableArray<Guid> People, double Trust)> all = [];
        Walk([people[0]], 1);
        return all.Count == 0 ? null : all.OrderByDescending(path => path.Trust).ThenBy(path => path.People.Length)
            .ThenBy(path => string.Concat(path.People.Select(id => id.ToString())), StringComparer.Ordinal).First();

        void Walk(ImmutableArray<Guid> path, double trust)
        {
            if (path[^1] == people[1])
            {
                all.Add((path, trust));
                return;
            }

            foreach (var next in people.Except(path))
            {
                var tie = ties.FirstOrDefault(tie => tie.FirstPersonId == path[^1] && tie.SecondPersonId == next)
                    ?? ties.FirstOrDefault(tie => tie.FirstPersonId == next && tie.SecondPersonId == path[^1]);
                if (tie is not null && tie.StrengthIn(week) >= 0.25 && path.Length < 4)
                {
                    Walk([.. path, next], trust * (tie.StrengthIn(week) / (1 + tie.StrengthIn(week))));
                }
            }
        }
    }

    private static ImmutableArray<Tie> Ties(IEnumerable<(int One, int Other, int Weeks, int Ago)> network)
    {
        var ties = new Dictionary<(Guid, Guid), Tie>();
        foreach (var (one, other, weeks, ago) in network)
        {
            var (first, second) = Tie.Pair(people[one], people[other]);
            var tie = new Tie { OrganisationId = Guid.Empty, FirstPersonId = first, SecondPersonId = second };
            for (var index = weeks; index > 0; index--)
            {
                tie.TryApplyWeek(
                    week.AddDays(-7 * (ago + index)),
                    TieSides.None,
                    new TieSides(TieStrength.Saturated(1), TieStrength.Saturated(index % 2)));
            }

            ties[(first, second)] = tie;
        }

        return [.. ties.Values];
    }
}
