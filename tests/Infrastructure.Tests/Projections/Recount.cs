using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Tests.Projections;

/// <summary>Flows counted the slow and obvious way.</summary>
internal static class Recount
{
    public static string Of(IReadOnlyCollection<Exchange> ledger, TimeZoneInfo zone)
    {
        var flows = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var entry in ledger)
        {
            var isCorrection = entry.CorrectsId is not null;
            var isTakenBack = ledger.Any(other => other.CorrectsId == entry.Id);
            if (isCorrection || isTakenBack || entry.FromDepartmentId is null || entry.ToDepartmentId is null)
            {
                continue;
            }

            var local = TimeZoneInfo.ConvertTime(entry.OccurredAt, zone);
            foreach (var span in new[] { $"Day {local:yyyy-MM-dd}", $"Month {local:yyyy-MM}-01" })
            {
                var counts = flows.TryGetValue(Key(span, entry.FromDepartmentId, entry.ToDepartmentId), out var known) ? known : [0, 0, 0];
                counts[(int)entry.Kind]++;
                flows[Key(span, entry.FromDepartmentId, entry.ToDepartmentId)] = counts;
            }
        }

        return string.Join('\n', flows.Select(flow => $"{flow.Key}: {string.Join(' ', flow.Value)}"));
    }

    public static string Of(IEnumerable<Flow> stored) => string.Join('\n', stored
        .Select(flow => $"{Key($"{flow.Span} {flow.Start:yyyy-MM-dd}", flow.FromDepartmentId, flow.ToDepartmentId)}: {flow.Kudos} {flow.Thanks} {flow.Helps}")
        .Order(StringComparer.Ordinal));

    private static string Key(string span, Guid? from, Guid? to) => $"{span} {from} {to}";
}
