using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.Pairing;

/// <summary>Nine to five, Monday to Friday, where the person lives.</summary>
public sealed class OfficeHours(PairingRules rules) : IWorkingTimeProvider
{
    /// <inheritdoc />
    public bool IsWorking(Person person, DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, person.Zone(rules.TimeZone));
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 17;
    }
}
