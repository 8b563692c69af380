using RelateBot.Bot.Features.Prompts;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>When people work, as prompts know it: their hours, weekends and days off.</summary>
internal sealed class HoursOfPeople(PeoplesDays days) : IWorkingHours
{
    public bool Includes(Person person, DateTimeOffset moment) => days.Of(person).IsAtWork(moment);
}
