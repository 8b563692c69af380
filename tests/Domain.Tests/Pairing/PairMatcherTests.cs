using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Pairing.Matching;

namespace RelateBot.Domain.Tests.Pairing;

public sealed class PairMatcherTests
{
    private static readonly Config thorough = Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(60);

    [Fact]
    public void As_many_pairs_are_fresh_and_across_departments_as_can_be() =>
        Prop
            .ForAll(Cast.Any, cast => Assert.Equal(MostPairs(cast, cast.AreFreshAndAcross), FreshAndAcross(cast, cast.Match())))
            .Check(thorough);

    [Fact]
    public void As_many_are_fresh_and_across_where_people_can_take_partners_from_one_another_in_circles_within_circles()
    {
        // Number 7 has met nearly everyone, so only one matching gives all of them someone new. Which circles are found first depends on
        // the seed.
        var cast = new Cast(
            [
                Cast.Person(0, 0),
                Cast.Person(1, 0),
                Cast.Person(2, 0),
                Cast.Person(3, 1),
                Cast.Person(4, 2),
                Cast.Person(5, 3),
                Cast.Person(6, 3),
                Cast.Person(7, 2)
            ],
            [.. All([7], [0, 1, 2, 5, 6]), .. All([1], [4, 5])],
            [],
            Seed: 0);

        for (var seed = 0; seed < 500; seed++)
        {
            Assert.Equal(4, FreshAndAcross(cast, (cast with { Seed = seed }).Match()));
        }
    }

    [Fact]
    public void Everybody_is_in_one_group_of_three_at_most() => Prop.ForAll(Cast.Any, cast =>
    {
        var groups = cast.Match();

        Assert.Equal(cast.People.Select(person => person.PersonId).Order(), groups.SelectMany(group => group.PersonIds).Order());
        Assert.All(groups, group => Assert.InRange(group.PersonIds.Length, 1, 3));
    }).Check(thorough);

    [Fact]
    public void Nobody_meets_whom_one_of_them_avoids() => Prop.ForAll(Cast.Any, cast =>
    {
        Assert.All(cast.Match().SelectMany(Pairs), pair => Assert.True(cast.MayMeet(pair.One, pair.Other)));
    }).Check(thorough);

    [Fact]
    public void A_repeat_is_told_and_nothing_else_is() => Prop.ForAll(Cast.Any, cast =>
    {
        Assert.All(cast.Match(), group => Assert.Equal(Pairs(group).Any(pair => !cast.AreStrangers(pair.One, pair.Other)), group.IsRepeat));
    }).Check(thorough);

    [Fact]
    public void Where_nobody_is_avoided_nobody_stays_alone_and_only_an_odd_one_makes_a_three() => Prop.ForAll(Cast.Any, cast =>
    {
        var groups = (cast with { Avoided = [] }).Match();

        Assert.Equal(cast.People.Length == 1 ? 1 : 0, groups.Count(group => group.PersonIds.Length == 1));
        Assert.Equal(cast.People.Length > 1 ? cast.People.Length % 2 : 0, groups.Count(group => group.PersonIds.Length == 3));
    }).Check(thorough);

    [Fact]
    public void Whoever_stays_alone_could_join_no_pair() => Prop.ForAll(Cast.Any, cast =>
    {
        var groups = cast.Match();
        foreach (var alone in groups.Where(group => group.PersonIds.Length == 1).Select(group => group.PersonIds[0]))
        {
            Assert.DoesNotContain(groups, group => group.PersonIds.Length == 2 && group.PersonIds.All(other => cast.MayMeet(alone, other)));
        }
    }).Check(thorough);

    [Fact]
    public void The_same_people_and_seed_give_the_same_groups_in_any_order() => Prop.ForAll(Cast.Any, cast =>
    {
        var reversed = cast with
        {
            People = [.. cast.People.Reverse()],
            Recent = [.. cast.Recent.Reverse().Select(pair => (pair.Item2, pair.Item1))],
            Avoided = [.. cast.Avoided.Reverse()]
        };

        Assert.Equal(
            cast.Match().Select(group => string.Join(' ', group.PersonIds)),
            reversed.Match().Select(group => string.Join(' ', group.PersonIds)));
    }).Check(thorough);

    [Fact]
    public void A_repeat_is_avoided_where_two_pairs_can_exchange_partners()
    {
        // Sales and IT have met each other; all four are strangers within their department.
        var cast = new Cast([Cast.Person(0, 0), Cast.Person(1, 0), Cast.Person(2, 1), Cast.Person(3, 1)], All([0, 1], [2, 3]), [], Seed: 1);

        Assert.All(cast.Match(), group => Assert.False(group.IsRepeat));
    }

    [Fact]
    public void A_repeat_that_cannot_be_avoided_is_better_than_no_coffee()
    {
        var group = Assert.Single(new Cast([Cast.Person(0, 0), Cast.Person(1, 1)], [(Cast.Id(1), Cast.Id(0))], [], Seed: 1).Match());

        Assert.Equal((2, true), (group.PersonIds.Length, group.IsRepeat));
    }

    [Fact]
    public void People_who_work_at_the_same_time_come_first()
    {
        // Two offices half a world apart, in each of them two of Sales and two of IT.
        PairingCandidate[] people = [.. Enumerable.Range(0, 8).Select(number => Cast.Person(number, number % 2, number < 4 ? 0 : 12))];

        for (var seed = 0; seed < 50; seed++)
        {
            Assert.All(
                new Cast(people, [], [], seed).Match(),
                group => Assert.Equal(number(group.PersonIds[0]) < 4, number(group.PersonIds[1]) < 4));
        }

        int number(Guid id) => Array.FindIndex(people, person => person.PersonId == id);
    }

    [Fact]
    public void Two_offices_that_never_work_at_the_same_time_meet_all_the_same_when_each_is_one_department()
    {
        PairingCandidate[] people = [.. Enumerable.Range(0, 8).Select(number => Cast.Person(number, number / 4, number < 4 ? 0 : 12))];

        var cast = new Cast(people, [], [], Seed: 5);

        Assert.Equal(4, FreshAndAcross(cast, cast.Match()));
    }

    [Fact]
    public void The_odd_one_joins_strangers()
    {
        // Number 4 has met everyone except the two of the first department.
        var cast = new Cast(
            [.. Enumerable.Range(0, 7).Select(number => Cast.Person(number, number % 2))],
            All([4], [2, 3, 5, 6]),
            [],
            Seed: 3);

        var three = Assert.Single(cast.Match(), group => group.PersonIds.Length == 3);

        Assert.False(three.IsRepeat);
    }

    [Fact]
    public void Two_without_a_department_do_not_count_as_of_two() => Assert.Equal(
        2,
        FreshAndAcross(
            new Cast([Cast.Person(0, null), Cast.Person(1, null), Cast.Person(2, 1), Cast.Person(3, 1)], [], [], 1),
            new Cast([Cast.Person(0, null), Cast.Person(1, null), Cast.Person(2, 1), Cast.Person(3, 1)], [], [], 1).Match()));

    [Fact]
    public void A_department_that_is_larger_than_all_others_leaves_as_few_as_possible_to_itself()
    {
        var cast = new Cast(
            [.. Enumerable.Range(0, 1000).Select(number => Cast.Person(number, number < 700 ? 0 : 1 + (number % 5)))],
            [],
            [],
            Seed: 7);

        Assert.Equal(300, FreshAndAcross(cast, cast.Match()));
    }

    /// <summary>Two of the same group.</summary>
    private static IEnumerable<(Guid One, Guid Other)> Pairs(PairingMatch group) =>
        group.PersonIds.SelectMany((one, index) => group.PersonIds.Skip(index + 1).Select(other => (one, other)));

    private static int FreshAndAcross(Cast cast, IReadOnlyList<PairingMatch> groups) =>
        groups.Count(group => Pairs(group).Any(pair => cast.AreFreshAndAcross(pair.One, pair.Other)));

    private static (Guid, Guid)[] All(int[] some, int[] others) =>
        [.. some.SelectMany(one => others.Select(other => (Cast.Id(one), Cast.Id(other))))];

    /// <summary>Every way to pair people is tried.</summary>
    private static int MostPairs(Cast cast, Func<Guid, Guid, bool> areJoined)
    {
        var known = new Dictionary<uint, int> { [0] = 0 };
        return Most((1u << cast.People.Length) - 1);

        int Most(uint left)
        {
            if (known.TryGetValue(left, out var most))
            {
                return most;
            }

            var first = BitOperations.TrailingZeroCount(left);
            var others = left & (left - 1);
            most = Most(others);
            for (var rest = others; rest != 0; rest &= rest - 1)
            {
                var second = BitOperations.TrailingZeroCount(rest);
                if (areJoined(cast.People[first].PersonId, cast.People[second].PersonId))
                {
                    most = Math.Max(most, 1 + Most(others & ~(1u << second)));
                }
            }

            return known[left] = most;
        }
    }
}
