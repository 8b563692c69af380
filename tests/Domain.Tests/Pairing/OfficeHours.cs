using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.Pairing;

/// <summary>Working hours from nine to five, Monday to Friday, in the person's time zone.</summary>
public sealed class OfficeHours(PairingRules rules) : IWorkingTimeProvider
{
    /// <inheritdoc />
    public bool IsWorking(Person person, DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, person.Zone(rules.TimeZone));
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 17;
    }
}
