using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>
/// How strongly people are tied. Entries are counted by pair and week, in whole numbers; a tie follows from its weeks alone. What goes on
/// in a pair's last week, or after it, changes the tie by a few sums; for what is older, the pair's weeks are read and counted anew.
/// </summary>
internal static class TieProjection
{
    /// <summary>Adds the entries to what will be committed. What a department as a whole received ties nobody.</summary>
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

    /// <summary>Forgets all ties of every organisation, at once.</summary>
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

    /// <summary>The stored ones and those of this batch: what is read again stays as it was changed here.</summary>
    private static async Task<IEnumerable<TieWeek>> WeeksAsync(RelateDbContext context, Tie tie, CancellationToken cancellationToken)
    {
        await context.TieWeeks
            .Where(week => week.FirstPersonId == tie.FirstPersonId && week.SecondPersonId == tie.SecondPersonId)
            .LoadAsync(cancellationToken);
        return context.TieWeeks.Local.Where(week => week.FirstPersonId == tie.FirstPersonId && week.SecondPersonId == tie.SecondPersonId);
    }
}
