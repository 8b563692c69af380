using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>When each person is at work: as they have it, else as the organisation has it.</summary>
public sealed class WorkCalendars(IOptions<OrganisationOptions> organisation)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone);
    private readonly Blackouts blackouts = Blackouts.TryParse(organisation.Value.Blackouts, out var read, out _) ? read : Blackouts.None;

    /// <summary>A person's.</summary>
    public WorkCalendar For(Person person) => new()
    {
        Zone = person.Zone(zone),
        Hours = WorkingHours.Parse(person.WorkingHours) ?? WorkingHours.Default,
        Region = Weekend.RegionOf(person.Locale),
        Blackouts = blackouts,
    };
}
