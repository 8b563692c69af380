using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Working days and hours of each person, from their own data or from the organisation's defaults.</summary>
public sealed class WorkCalendars(IOptions<OrganisationOptions> organisation)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone);
    private readonly Blackouts blackouts = Blackouts.TryParse(organisation.Value.Blackouts, out var read, out _) ? read : Blackouts.None;

    /// <summary>Returns a person's calendar.</summary>
    public WorkCalendar For(Person person) => new()
    {
        Zone = person.Zone(zone),
        Hours = WorkingHours.Parse(person.WorkingHours) ?? WorkingHours.Default,
        Region = Weekend.RegionOf(person.Locale),
        Blackouts = blackouts,
    };
}
