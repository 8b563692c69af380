using System.Collections.Immutable;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Dashboard;

/// <summary>Tables of help between departments.</summary>
internal static class FlowTables
{
    public const string Name = "flows";
    private const int MostColumns = 25;
    private const string Few = "few";

    /// <summary>The table on the page: a matrix of the organisation, or one department and each other one.</summary>
    public static FigureTable OnPage(Digest digest, bool isChord) =>
        (digest.Department is { } department ? Sides(digest, department.Name) : Matrix(digest)) with
        {
            Chart = isChord
            ? DashboardView.Chord
            : "heat"
        };

    /// <summary>Every pair, for the file.</summary>
    public static FigureTable Whole(Digest digest) => new()
    {
        Name = Name,
        Title = "Who did what for whom",
        Columns = ["From", "To", "Helps", "Thanks", "Kudos", "Asks"],
        Rows =
        [
            .. digest.Flows.Select(flow => ImmutableArray.Create<FigureCell>(
                flow.From,
                flow.To,
                Figure(flow, sum => sum.Helps),
                Figure(flow, sum => sum.Thanks),
                Figure(flow, sum => sum.Kudos),
                Figure(flow, sum => sum.Asks))),
        ],
    };

    private static FigureTable Matrix(Digest digest)
    {
        var helps = digest.Flows.Where(flow => flow.Sum is not null).ToDictionary(flow => (flow.From, flow.To), flow => flow.Sum!.Helps);
        var (names, of) = digest.Busiest(MostColumns);
        return new FigureTable
        {
            Name = Name,
            Title = "Who helped whom",
            Note = names.Length < of
                ? $"Rows helped columns. These are the {names.Length} departments with the most; the file has all of them, and a "
                    + $"department’s own page everything of its."
                : "Rows helped columns.",
            Columns = ["Helped by", .. names],
            Rows = [.. names.Select(from => ImmutableArray.Create<FigureCell>([from, .. names.Select(to => Between(from, to))]))],
        };

        // Help within a department isn't counted. Help between small departments that are shown together is.
        FigureCell Between(string from, string to) =>
            from == to && from != Digest.OtherDepartments ? "" : helps.GetValueOrDefault((from, to));
    }

    private static FigureTable Sides(Digest digest, string own)
    {
        var there = digest.Flows.Where(flow => flow.From == own).ToDictionary(flow => flow.To, StringComparer.Ordinal);
        var back = digest.Flows.Where(flow => flow.To == own).ToDictionary(flow => flow.From, StringComparer.Ordinal);
        return new FigureTable
        {
            Name = Name,
            Title = $"{own} and each other department",
            Own = own,
            Columns = ["Department", "Helps given", "Helps received", "Thanks received", "Thanks given", "Asks received", "Asks made"],
            Rows =
            [
                .. there.Keys
                    .Union(back.Keys, StringComparer.Ordinal)
                    .Select(other => (Other: other, There: there.GetValueOrDefault(other), Back: back.GetValueOrDefault(other)))
                    .OrderByDescending(pair => (pair.There?.Sum?.Helps ?? 0) + (pair.Back?.Sum?.Helps ?? 0))
                    .ThenBy(pair => pair.Other, StringComparer.Ordinal)
                    .Select(pair => ImmutableArray.Create<FigureCell>(
                        pair.Other,
                        Figure(pair.There, sum => sum.Helps), Figure(pair.Back, sum => sum.Helps), Figure(pair.Back, sum => sum.Thanks),
                        Figure(pair.There, sum => sum.Thanks), Figure(pair.Back, sum => sum.Asks), Figure(pair.There, sum => sum.Asks))),
            ],
        };
    }

    private static FigureCell Figure(DigestFlow? flow, Func<FlowSum, int> of) => flow is null ? 0 : flow.Sum is null ? Few : of(flow.Sum);
}
