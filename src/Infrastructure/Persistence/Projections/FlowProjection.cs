using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>What departments did for each other, week by week. An entry without a department on one side moves nothing.</summary>
internal static class FlowProjection
{
    /// <summary>Adds the entries to what will be committed.</summary>
    public static async Task ApplyAsync(RelateDbContext context, IEnumerable<Exchange> entries, CancellationToken cancellationToken)
    {
        var flows = entries
            .Where(entry => entry.FromDepartmentId is not null && entry.ToDepartmentId is not null)
            .GroupBy(entry => (entry.OrganisationId, Week: Week.Of(entry.OccurredAt), From: entry.FromDepartmentId!.Value, To: entry.ToDepartmentId!.Value));
        foreach (var entriesOfFlow in flows)
        {
            var (organisationId, week, from, to) = entriesOfFlow.Key;
            var stored = await context.Flows.FindAsync([organisationId, week, from, to], cancellationToken);
            var flow = stored ?? new Flow { OrganisationId = organisationId, Week = week, FromDepartmentId = from, ToDepartmentId = to };
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
}
