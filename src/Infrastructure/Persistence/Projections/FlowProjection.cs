using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>Projects what departments did for each other, by day and month. Entries without a department on one side don't count.</summary>
internal static class FlowProjection
{
    /// <summary>Applies the entries. The changes are saved on commit. Days and months are in <paramref name="zone"/>.</summary>
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

            // An empty flow is never stored, so the result doesn't depend on how entries and corrections were batched.
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

    /// <summary>Deletes all flows of every organisation immediately.</summary>
    public static Task DropAsync(RelateDbContext context, CancellationToken cancellationToken) =>
        context.Flows.IgnoreQueryFilters().ExecuteDeleteAsync(cancellationToken);

    private static IEnumerable<(FlowSpan Span, DateOnly Start)> Spans(Exchange entry, TimeZoneInfo zone)
    {
        var day = LocalDay.Of(entry.OccurredAt, zone);
        return [(FlowSpan.Day, day), (FlowSpan.Month, new DateOnly(day.Year, day.Month, 1))];
    }
}
