using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Provides people's working time from the work calendars that prompts use, too: hours, weekends and days off.</summary>
internal sealed class CalendarWorkingTimeProvider(WorkCalendars calendars) : IWorkingTimeProvider
{
    public bool IsWorking(Person person, DateTimeOffset moment) => calendars.For(person).IsAtWork(moment);
}
