using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Tests.Projections;

/// <summary>Flows counted the slow and obvious way.</summary>
internal static class Recount
{
    public static string Of(IReadOnlyCollection<Exchange> ledger)
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

            var monday = entry.OccurredAt.UtcDateTime.Date;
            while (monday.DayOfWeek is not DayOfWeek.Monday)
            {
                monday = monday.AddDays(-1);
            }

            var counts = flows.TryGetValue(Key(DateOnly.FromDateTime(monday), entry.FromDepartmentId, entry.ToDepartmentId), out var known) ? known : [0, 0, 0];
            counts[(int)entry.Kind]++;
            flows[Key(DateOnly.FromDateTime(monday), entry.FromDepartmentId, entry.ToDepartmentId)] = counts;
        }

        return string.Join('\n', flows.Select(flow => $"{flow.Key}: {string.Join(' ', flow.Value)}"));
    }

    public static string Of(IEnumerable<Flow> stored) => string.Join('\n', stored
        .Select(flow => $"{Key(flow.Week, flow.FromDepartmentId, flow.ToDepartmentId)}: {flow.Kudos} {flow.Thanks} {flow.Helps}")
        .Order(StringComparer.Ordinal));

    private static string Key(DateOnly week, Guid? from, Guid? to) => $"{week:O} {from} {to}";
}
