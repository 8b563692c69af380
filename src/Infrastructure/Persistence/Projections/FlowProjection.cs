using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// What departments did for each other, day by day and month by month. An entry without a department on one side moves nothing.
/// </summary>
internal static class FlowProjection
{
    /// <summary>Adds the entries to what will be committed. Days and months are those of <paramref name="zone"/>.</summary>
    public static async Task ApplyAsync(
        RelateDbContext context,
        CompiledQueries queries,
        IReadOnlyCollection<Exchange> entries,
        TimeZoneInfo zone,
        CancellationToken cancellationToken)
    {
        var flows = entries
            .Where(entry => entry.FromDepartmentId is not null && entry.ToDepartmentId is not null)
            .SelectMany(entry => Spans(entry, zone), (entry, span) => (Entry: entry, span.Span, span.Start))
            .GroupBy(
                counted => (
                    counted.Entry.OrganisationId,
                    counted.Span,
                    counted.Start,
                    From: counted.Entry.FromDepartmentId!.Value,
                    To: counted.Entry.ToDepartmentId!.Value),
                counted => counted.Entry);
        foreach (var entriesOfFlow in flows)
        {
            var (organisationId, span, start, from, to) = entriesOfFlow.Key;
            var stored = await queries.Flow(context, span, start, from, to, cancellationToken);
            var flow = stored
                ?? new Flow { OrganisationId = organisationId, Span = span, Start = start, FromDepartmentId = from, ToDepartmentId = to };
            foreach (var entry in entriesOfFlow)
            {
                flow.Apply(entry);
            }

            // A flow of nothing is no row, so that it makes no difference in which batches an entry and its correction were counted.
            if (stored is null && !flow.IsEmpty)
            {
                context.Flows.Add(flow);
            }
            else if (stored is not null && flow.IsEmpty)
            {
                context.Flows.Remove(flow);
            }
        }
    }

    /// <summary>Forgets all flows of every organisation, at once.</summary>
    public static Task DropAsync(RelateDbContext context, CancellationToken cancellationToken) =>
        context.Flows.IgnoreQueryFilters().ExecuteDeleteAsync(cancellationToken);

    private static IEnumerable<(FlowSpan Span, DateOnly Start)> Spans(Exchange entry, TimeZoneInfo zone)
    {
        var day = LocalDay.Of(entry.OccurredAt, zone);
        return [(FlowSpan.Day, day), (FlowSpan.Month, new DateOnly(day.Year, day.Month, 1))];
    }
}
