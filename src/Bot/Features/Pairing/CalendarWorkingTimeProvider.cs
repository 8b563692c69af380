using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>When people work, as prompts know it: their hours, weekends and days off.</summary>
internal sealed class CalendarWorkingTimeProvider(WorkCalendars calendars) : IWorkingTimeProvider
{
    public bool IsWorking(Person person, DateTimeOffset moment) => calendars.For(person).IsAtWork(moment);
}
