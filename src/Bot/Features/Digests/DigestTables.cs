using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Domain.Digests;

namespace RelateBot.Bot.Features.Digests;

/// <summary>The flows of a digest as bars and as a table.</summary>
internal static class DigestTables
{
    // A wider table can't be read in a chat. A note says where to find the rest.
    private const int MostColumns = 7;
    private const int MostRows = 20;
    private const int MostBars = 8;
    private const string Nothing = "·";

    public static IEnumerable<ChatBlock> Of(Digest digest)
    {
        var flows = digest.Flows.Where(flow => flow.Sum is not null).ToList();
        if (flows.Count == 0)
        {
            return [];
        }

        return digest.Department is null
            ? [
                Bars(
                    "Helps given",
                    flows
                        .GroupBy(flow => flow.From, StringComparer.Ordinal)
                        .Select(given => new ChatBar(given.Key, given.Sum(flow => flow.Sum!.Helps)))),
                Matrix(digest, flows)
            ]
            : [
                Bars(
                    $"Helps given by {digest.Department.Name}",
                    flows.Where(flow => flow.From == digest.Department.Name).Select(flow => new ChatBar(flow.To, flow.Sum!.Helps))),
                Sides(flows, digest.Department.Name)
            ];
    }

    private static ChatBlock.Bars Bars(string title, IEnumerable<ChatBar> bars) =>
        new(title, [.. bars.OrderByDescending(bar => bar.Value).ThenBy(bar => bar.Label, StringComparer.Ordinal).Take(MostBars)]);

    /// <summary>Who helped whom, for the departments with the most exchanges.</summary>
    private static ChatBlock.Table Matrix(Digest digest, IReadOnlyCollection<DigestFlow> flows)
    {
        var helps = flows.ToDictionary(flow => (flow.From, flow.To), flow => flow.Sum!.Helps);
        var (names, of) = digest.Busiest(MostColumns);
        return new ChatBlock.Table(
            names.Length < of
                ? $"Who helped whom (rows helped columns), the {names.Length} with the most"
                : "Who helped whom (rows helped columns)",
            ["", .. names],
            [.. names.Select(from =>
                ImmutableArray.Create([
                    from,
                    .. names.Select(to => from == to && from != Digest.OtherDepartments ? "" : Figure(helps.GetValueOrDefault((from, to))))
                ]))]);
    }

    /// <summary>One department's flows with each other department.</summary>
    private static ChatBlock.Table Sides(IReadOnlyCollection<DigestFlow> flows, string own)
    {
        var there = flows.Where(flow => flow.From == own).ToDictionary(flow => flow.To, flow => flow.Sum!, StringComparer.Ordinal);
        var back = flows.Where(flow => flow.To == own).ToDictionary(flow => flow.From, flow => flow.Sum!, StringComparer.Ordinal);
        var others = there.Keys.Union(back.Keys, StringComparer.Ordinal)
            .OrderByDescending(other => (there.GetValueOrDefault(other)?.Helps ?? 0) + (back.GetValueOrDefault(other)?.Helps ?? 0))
            .ThenBy(other => other, StringComparer.Ordinal)
            .Take(MostRows);
        return new ChatBlock.Table(
            $"{own} and each other department",
            ["", "Helps given", "received", "Thanks received", "given", "Asks received", "made"],
            [
                .. others
                    .Select(other => (Other: other, There: there.GetValueOrDefault(other), Back: back.GetValueOrDefault(other)))
                    .Select(pair => ImmutableArray.Create([
                    pair.Other,
                    Figure(pair.There?.Helps),
                    Figure(pair.Back?.Helps),
                    Figure(pair.Back?.Thanks),
                    Figure(pair.There?.Thanks),
                    Figure(pair.Back?.Asks),
                    Figure(pair.There?.Asks),
                ])),
            ]);
    }

    private static string Figure(int? figure) => figure is null or 0 ? Nothing : figure.Value.ToString("N0", CultureInfo.InvariantCulture);
}
