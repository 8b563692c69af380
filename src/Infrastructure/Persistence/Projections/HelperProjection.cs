using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>How often each person helped other departments and was thanked by them, month by month.</summary>
internal static class HelperProjection
{
    /// <summary>Adds the entries to what will be committed. Months are those of <paramref name="zone"/>.</summary>
    public static async Task ApplyAsync(
        RelateDbContext context,
        IReadOnlyCollection<Exchange> entries,
        TimeZoneInfo zone,
        CancellationToken cancellationToken)
    {
        var months = entries
            .Select(entry => (Entry: entry, PersonId: HelperMonth.Concerned(entry), Day: LocalDay.Of(entry.OccurredAt, zone)))
            .Where(counted => counted.PersonId is not null)
            .GroupBy(
                counted => (
                    counted.Entry.OrganisationId,
                    PersonId: counted.PersonId!.Value,
                    Month: new DateOnly(counted.Day.Year, counted.Day.Month, 1)),
                counted => counted.Entry)
            .ToList();
        var (people, starts) = (
            months.Select(counted => counted.Key.PersonId).ToHashSet(),
            months.Select(counted => counted.Key.Month).ToHashSet());
        var stored = (await context.HelperMonths
            .Where(month => people.Contains(month.PersonId) && starts.Contains(month.Month))
            .ToListAsync(cancellationToken))
            .ToDictionary(month => (month.PersonId, month.Month));
        foreach (var entriesOfMonth in months)
        {
            var (organisationId, personId, month) = entriesOfMonth.Key;
            var known = stored.GetValueOrDefault((personId, month));
            var helper = known ?? new HelperMonth { OrganisationId = organisationId, PersonId = personId, Month = month };
            foreach (var entry in entriesOfMonth)
            {
                helper.Apply(entry);
            }

            // As with flows: a month of nothing is no row.
            if (known is null && !helper.IsEmpty)
            {
                context.HelperMonths.Add(helper);
            }
            else if (known is not null && helper.IsEmpty)
            {
                context.HelperMonths.Remove(helper);
            }
        }
    }

    /// <summary>Forgets all of it, of every organisation, at once.</summary>
    public static Task DropAsync(RelateDbContext context, CancellationToken cancellationToken) =>
        context.HelperMonths.IgnoreQueryFilters().ExecuteDeleteAsync(cancellationToken);
}
