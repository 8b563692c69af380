using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Tests.Projections;

/// <summary>Flows and ties counted the slow and obvious way.</summary>
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
        .Select(flow =>
            $"{Key($"{flow.Span} {flow.Start:yyyy-MM-dd}", flow.FromDepartmentId, flow.ToDepartmentId)}: {flow.Kudos} {flow.Thanks} "
                + $"{flow.Helps}")
        .Order(StringComparer.Ordinal));

    /// <summary>Each pair's weeks, from the oldest on, into a tie that has seen nothing.</summary>
    public static string TiesOf(IReadOnlyCollection<Exchange> ledger)
    {
        var standing = ledger.Where(entry =>
            entry.ToPersonId is not null && entry.CorrectsId is null && !ledger.Any(other => other.CorrectsId == entry.Id));
        List<Tie> ties = [];
        List<TieWeek> weeks = [];
        foreach (var pair in standing.GroupBy(entry => (entry.OrganisationId, Pair: Tie.Pair(entry.FromPersonId, entry.ToPersonId!.Value))))
        {
            var tie = new Tie
            {
                OrganisationId = pair.Key.OrganisationId,
                FirstPersonId = pair.Key.Pair.First,
                SecondPersonId = pair.Key.Pair.Second
            };
            foreach (var entries in pair.GroupBy(Monday).OrderBy(week => week.Key))
            {
                var week = new TieWeek
                {
                    OrganisationId = tie.OrganisationId,
                    FirstPersonId = tie.FirstPersonId,
                    SecondPersonId = tie.SecondPersonId,
                    Week = entries.Key
                };
                entries.ToList().ForEach(week.Apply);
                weeks.Add(week);
                Assert.True(tie.TryApplyWeek(week.Week, TieSides.None, week.Sides));
            }

            ties.Add(tie);
        }

        return TiesOf(ties, weeks);
    }

    public static string TiesOf(IEnumerable<Tie> ties, IEnumerable<TieWeek> weeks) => string.Join('\n', ties
        .Select(tie =>
            $"{tie.FirstPersonId} {tie.SecondPersonId}: {tie.Since:O} {tie.Week:O} {tie.Weeks} {tie.There} {tie.Back} {tie.Level}")
        .Concat(weeks.Select(week => $"{week.FirstPersonId} {week.SecondPersonId} {week.Week:O}: {week.There} {week.Back}"))
        .Order(StringComparer.Ordinal));

    private static DateOnly Monday(Exchange entry)
    {
        var monday = entry.OccurredAt.UtcDateTime.Date;
        while (monday.DayOfWeek is not DayOfWeek.Monday)
        {
            monday = monday.AddDays(-1);
        }

        return DateOnly.FromDateTime(monday);
    }

    private static string Key(string span, Guid? from, Guid? to) => $"{span} {from} {to}";
}
