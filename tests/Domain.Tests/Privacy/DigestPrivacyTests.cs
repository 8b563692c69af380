using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;
using RelateBot.Domain.Tests.Digests;
using static RelateBot.Domain.Tests.Digests.Organisations;

namespace RelateBot.Domain.Tests.Privacy;

/// <summary>An attacker reads everything that digests show and tries to calculate hidden figures.</summary>
public sealed class DigestPrivacyTests
{
    private static readonly Arbitrary<Case> Cases = (
        from sizes in Sizes
        from figures in Gen.Choose(0, 30).ArrayOf(6 * 20)
        select new Case(sizes, figures)).ToArbitrary();

    /// <summary>
    /// The digests of the organisation and of every department, with rows, columns, sums and the period before, as equations over all true
    /// figures: no hidden one is in the space that they span.
    /// </summary>
    [Fact]
    public void Nobody_who_solves_the_equations_of_all_that_is_shown_finds_a_hidden_figure() => Prop.ForAll(Cases, told =>
    {
        var hidden = told.HiddenUnknowns().ToList();
        var equations = new Equations(told.UnknownCount);
        var zero = Shown(told, new int[told.UnknownCount]);
        var columns = Enumerable.Range(0, told.UnknownCount).Select(unknown =>
        {
            var unit = new int[told.UnknownCount];
            unit[unknown] = 1;
            return Shown(told, unit);
        }).ToList();
        for (var row = 0; row < zero.Count; row++)
        {
            equations.Add([.. columns.Select(column => (double)(column[row] - zero[row]))]);
        }

        return hidden.TrueForAll(unknown => !equations.Determine(unknown));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>The stronger form, for rates, lists and words as well: another truth would have given the very same digests.</summary>
    [Fact]
    public void For_every_hidden_figure_another_one_would_have_given_the_same_digests() => Prop.ForAll(Cases, told =>
    {
        var truth = told.Figures[..told.UnknownCount];
        var words = Words(told, truth);
        return told.HiddenUnknowns().All(unknown => Others(told, truth, unknown).Any(other => Words(told, other) == words));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_attacker_finds_a_hidden_figure_where_a_total_gives_it_away()
    {
        var equations = new Equations(3);
        equations.Add([1, 1, 1]);
        equations.Add([1, 0, 0]);
        Assert.False(equations.Determine(2));
        equations.Add([0, 1, 0]);
        Assert.True(equations.Determine(2));
    }

    [Fact]
    public void One_small_department_is_few_and_in_no_sum()
    {
        var digest = DigestBuilder.Build(Material([9, 9, 2], Organisations.Flows(3, (_, _) => 7)), new DigestRules(Minimum));

        Assert.Equal(4, digest.Flows.Count(flow => flow.Sum is null));
        Assert.Equal((1, 14), (digest.LeftOut, digest.Totals.Given.Helps));
    }

    [Fact]
    public void Several_small_departments_stand_together_when_they_are_enough_people()
    {
        var digest = DigestBuilder.Build(Material([9, 3, 2], Organisations.Flows(3, (_, _) => 7)), new DigestRules(Minimum));

        Assert.Equal(14, Assert.Single(digest.Flows, flow => flow.From == "Department 0" && flow.To == Digest.OtherDepartments).Sum!.Helps);
        Assert.Equal((0, 42), (digest.LeftOut, digest.Totals.Given.Helps));
        Assert.Equal(6, digest.Flows.Count(flow => flow.Sum is null));
    }

    [Fact]
    public void Too_few_people_in_all_small_departments_are_in_no_sum()
    {
        var digest = DigestBuilder.Build(Material([9, 9, 2, 2], Organisations.Flows(4, (_, _) => 7)), new DigestRules(Minimum));

        Assert.Equal((2, 14), (digest.LeftOut, digest.Totals.Given.Helps));
        Assert.DoesNotContain(digest.Flows, flow => flow.From == Digest.OtherDepartments);
    }

    [Fact]
    public void A_department_that_is_small_itself_reads_nothing_but_few()
    {
        var digest = DigestBuilder.Build(Material([9, 9, 2], Organisations.Flows(3, (_, _) => 7), scope: 2), new DigestRules(Minimum));

        Assert.True(digest.IsWithheld);
        Assert.All(digest.Flows, flow => Assert.Null(flow.Sum));
        Assert.Equal((0, 0), (digest.Totals.Given.Helps, digest.Totals.Received.Helps));
    }

    [Fact]
    public void An_operator_sees_every_figure()
    {
        var digest = DigestBuilder.Build(Material([9, 1, 0], Organisations.Flows(3, (_, _) => 7)), DigestRules.Unsuppressed);

        Assert.All(digest.Flows, flow => Assert.NotNull(flow.Sum));
        Assert.Equal((0, 42), (digest.LeftOut, digest.Totals.Given.Helps));
    }

    /// <summary>Every number in every digest, in an order that depends on sizes alone.</summary>
    private static List<int> Shown(Case told, int[] truth)
    {
        List<int> shown = [];
        foreach (var digest in Digests(told, truth))
        {
            foreach (var totals in new[] { digest.Totals, digest.Before })
            {
                foreach (var sum in new[] { totals.Given, totals.Received })
                {
                    shown.AddRange([sum.Helps, sum.Thanks, sum.Kudos]);
                }
            }

            shown.AddRange(digest.Flows
                .Where(flow => flow.Sum is not null)
                .SelectMany(flow => new[] { flow.Sum!.Helps, flow.Sum.Thanks, flow.Sum.Kudos }));
        }

        return shown;
    }

    private static string Words(Case told, int[] truth) => string.Join('\n', Digests(told, truth).Select(Describe));

    private static string Describe(object? value)
    {
        switch (value)
        {
            case null or string or ValueType and not IEnumerable:
                return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            case IEnumerable items:
                return $"[{string.Join(", ", items.Cast<object>().Select(Describe))}]";
            default:
                var text = new StringBuilder();
                foreach (var property in value
                    .GetType()
                    .GetProperties()
                    .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract"))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{property.Name}: {Describe(property.GetValue(value))}; ");
                }

                return text.ToString();
        }
    }

    private static IEnumerable<Digest> Digests(Case told, int[] truth)
    {
        var (now, before) = (told.Flows(truth, isBefore: false), told.Flows(truth, isBefore: true));
        foreach (var scope in Enumerable.Range(0, told.Sizes.Length).Select(number => (int?)number).Prepend(null))
        {
            yield return DigestBuilder.Build(Material(told.Sizes, now, before, scope), new DigestRules(Minimum));
        }
    }

    /// <summary>Other possible figures: this one differs, alone or with another hidden figure that makes up for it.</summary>
    private static IEnumerable<int[]> Others(Case told, int[] truth, int unknown)
    {
        yield return Changed((unknown, 1));
        foreach (var partner in told.HiddenUnknowns().Where(partner => partner != unknown && told.AreAlike(partner, unknown)))
        {
            if (truth[partner] > 0)
            {
                yield return Changed((unknown, 1), (partner, -1));
            }

            if (truth[unknown] > 0)
            {
                yield return Changed((unknown, -1), (partner, 1));
            }
        }

        // If a sum is zero, each of its parts is zero too, so no figure can be moved from one to another.
        if (truth[unknown] == 0)
        {
            yield return truth;
        }

        int[] Changed(params (int Unknown, int By)[] changes)
        {
            int[] other = [.. truth];
            Array.ForEach(changes, change => other[change.Unknown] += change.By);
            return other;
        }
    }

    /// <summary>Sizes, and figures: helps, thanks and kudos of every ordered pair, now and before.</summary>
    private sealed record Case(int[] Sizes, int[] Figures)
    {
        private const int Kinds = 3;

        private int PairCount => Sizes.Length * (Sizes.Length - 1);

        public int UnknownCount => 2 * Kinds * PairCount;

        public IReadOnlyList<FlowSum> Flows(int[] truth, bool isBefore) =>
            Organisations.Flows(Sizes.Length, (pair, kind) => truth[(((isBefore ? PairCount : 0) + pair) * Kinds) + kind]);

        /// <summary>Whether both are of the same kind and period.</summary>
        public bool AreAlike(int one, int other) =>
            one % Kinds == other % Kinds && one / (Kinds * PairCount) == other / (Kinds * PairCount);

        public IEnumerable<int> HiddenUnknowns() =>
            from half in Enumerable.Range(0, 2)
            from pair in Pairs(Sizes.Length).Select((pair, index) => (pair.From, pair.To, Index: index))
            where Sizes[pair.From] < Minimum || Sizes[pair.To] < Minimum
            from kind in Enumerable.Range(0, Kinds)
            select ((((half * PairCount) + pair.Index) * Kinds) + kind);

        public override string ToString() => JsonSerializer.Serialize(this);
    }

    /// <summary>Linear equations in reduced form.</summary>
    private sealed class Equations(int unknowns)
    {
        private const double Tiny = 1e-9;
        private readonly List<(int Pivot, double[] Row)> rows = [];

        public void Add(double[] row)
        {
            var rest = Reduce(row);
            var pivot = Array.FindIndex(rest, value => Math.Abs(value) > Tiny);
            if (pivot < 0)
            {
                return;
            }

            var divisor = rest[pivot];
            rest = [.. rest.Select(value => value / divisor)];
            for (var i = 0; i < rows.Count; i++)
            {
                var factor = rows[i].Row[pivot];
                rows[i] = (rows[i].Pivot, [.. rows[i].Row.Zip(rest, (value, other) => value - (factor * other))]);
            }

            rows.Add((pivot, rest));
        }

        /// <summary>Whether the value of one unknown follows.</summary>
        public bool Determine(int unknown)
        {
            var unit = new double[unknowns];
            unit[unknown] = 1;
            return Array.TrueForAll(Reduce(unit), value => Math.Abs(value) <= Tiny);
        }

        private double[] Reduce(double[] row)
        {
            double[] rest = [.. row];
            foreach (var (pivot, known) in rows)
            {
                var factor = rest[pivot];
                for (var i = 0; i < rest.Length && Math.Abs(factor) > Tiny; i++)
                {
                    rest[i] -= factor * known[i];
                }
            }

            return rest;
        }
    }
}
