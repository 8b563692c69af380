using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Projections;

/// <summary>Projects how often each person helped other departments and was thanked by them, by month.</summary>
internal static class HelperProjection
{
    /// <summary>Applies the entries. The changes are saved on commit. Months are in <paramref name="zone"/>.</summary>
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
            var existing = stored.GetValueOrDefault((personId, month));
            var helper = existing ?? new HelperMonth { OrganisationId = organisationId, PersonId = personId, Month = month };
            foreach (var entry in entriesOfMonth)
            {
                helper.Apply(entry);
            }

            // As with flows: an empty month is never stored.
            if (existing is null && !helper.IsEmpty)
            {
                context.HelperMonths.Add(helper);
            }
            else if (existing is not null && helper.IsEmpty)
            {
                context.HelperMonths.Remove(helper);
            }
        }
    }

    /// <summary>Deletes all months of every organisation immediately.</summary>
    public static Task DropAsync(RelateDbContext context, CancellationToken cancellationToken) =>
        context.HelperMonths.IgnoreQueryFilters().ExecuteDeleteAsync(cancellationToken);
}
