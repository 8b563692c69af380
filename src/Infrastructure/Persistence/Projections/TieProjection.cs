using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// Projects the ties between people. Entries are counted by pair and week, in whole numbers, and a tie depends only on its weeks. A change
/// in a pair's last week or later updates the tie directly; for earlier weeks, the tie is recalculated from all its weeks.
/// </summary>
internal static class TieProjection
{
    /// <summary>Applies the entries. The changes are saved on commit. Entries to a department as a whole don't count.</summary>
    public static async Task ApplyAsync(
        RelateDbContext context,
        CompiledQueries queries,
        IEnumerable<Exchange> entries,
        CancellationToken cancellationToken)
    {
        var pairs = entries.Where(entry => entry.ToPersonId is not null)
            .GroupBy(entry => (entry.OrganisationId, Pair: Tie.Pair(entry.FromPersonId, entry.ToPersonId!.Value)));
        foreach (var entriesOfPair in pairs)
        {
            var (organisationId, (first, second)) = entriesOfPair.Key;
            var stored = await queries.Tie(context, first, second, cancellationToken);
            var tie = stored ?? new Tie { OrganisationId = organisationId, FirstPersonId = first, SecondPersonId = second };
            var isCounted = true;
            foreach (var entriesOfWeek in entriesOfPair.GroupBy(entry => Week.MondayOf(entry.OccurredAt)).OrderBy(week => week.Key))
            {
                var (before, after) = await ApplyAsync(context, queries, tie, entriesOfWeek.Key, entriesOfWeek, cancellationToken);
                isCounted &= before == after || (isCounted && tie.TryApplyWeek(entriesOfWeek.Key, before, after));
            }

            if (!isCounted)
            {
                tie.Recount(await WeeksAsync(context, tie, cancellationToken));
            }

            if (stored is null && !tie.IsEmpty)
            {
                context.Ties.Add(tie);
            }
            else if (stored is not null && tie.IsEmpty)
            {
                context.Ties.Remove(tie);
            }
        }
    }

    /// <summary>Deletes all ties of every organisation immediately.</summary>
    public static async Task DropAsync(RelateDbContext context, CancellationToken cancellationToken)
    {
        await context.Ties.IgnoreQueryFilters().ExecuteDeleteAsync(cancellationToken);
        await context.TieWeeks.IgnoreQueryFilters().ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<(TieSides Before, TieSides After)> ApplyAsync(
        RelateDbContext context,
        CompiledQueries queries,
        Tie tie,
        DateOnly monday,
        IEnumerable<Exchange> entries,
        CancellationToken cancellationToken)
    {
        var stored = await queries.TieWeek(context, tie.FirstPersonId, tie.SecondPersonId, monday, cancellationToken);
        var week = stored
            ?? new TieWeek
            {
                OrganisationId = tie.OrganisationId,
                FirstPersonId = tie.FirstPersonId,
                SecondPersonId = tie.SecondPersonId,
                Week = monday
            };
        var before = week.Sides;
        foreach (var entry in entries)
        {
            week.Apply(entry);
        }

        if (stored is null && !week.IsEmpty)
        {
            context.TieWeeks.Add(week);
        }
        else if (stored is not null && week.IsEmpty)
        {
            context.TieWeeks.Remove(week);
        }

        return (before, week.Sides);
    }

    /// <summary>Returns the stored weeks and those of this batch. Weeks that are already tracked keep their changes.</summary>
    private static async Task<IEnumerable<TieWeek>> WeeksAsync(RelateDbContext context, Tie tie, CancellationToken cancellationToken)
    {
        await context.TieWeeks
            .Where(week => week.FirstPersonId == tie.FirstPersonId && week.SecondPersonId == tie.SecondPersonId)
            .LoadAsync(cancellationToken);
        return context.TieWeeks.Local.Where(week => week.FirstPersonId == tie.FirstPersonId && week.SecondPersonId == tie.SecondPersonId);
    }
}
