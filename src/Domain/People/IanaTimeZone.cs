namespace RelateBot.Domain.People;

/// <summary>Finds IANA time zones.</summary>
public static class IanaTimeZone
{
    /// <summary>Returns the IANA name of a time zone, given by its IANA or Windows name.</summary>
    /// <returns>Null when the zone isn't known.</returns>
    public static string? Find(string? name)
    {
        var zone = name is not null && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana : name;
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;
    }
}
