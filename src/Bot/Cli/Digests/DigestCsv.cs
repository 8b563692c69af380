using System.Globalization;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Exports;

namespace RelateBot.Bot.Cli.Digests;

/// <summary>Writes a digest's flows as CSV for a spreadsheet.</summary>
internal static class DigestCsv
{
    public static void Write(Digest digest, TextWriter output)
    {
        using var csv = new SpreadsheetWriter(output);
        csv.Write("from", "to", "helps", "thanks", "kudos", "asks");
        foreach (var flow in digest.Flows)
        {
            csv.Write(
                flow.From,
                flow.To,
                Figure(flow.Sum, sum => sum.Helps),
                Figure(flow.Sum, sum => sum.Thanks),
                Figure(flow.Sum, sum => sum.Kudos),
                Figure(flow.Sum, sum => sum.Asks));
        }
    }

    private static string Figure(FlowSum? sum, Func<FlowSum, int> of) =>
        sum is null ? "few" : of(sum).ToString(CultureInfo.InvariantCulture);
}
