namespace RelateBot.Domain.People;

/// <summary>Time zones by the names that directories give them.</summary>
public static class IanaTimeZone
{
    /// <summary>The IANA name of a zone, which may be given by Windows' name for it; null when no such zone is known here.</summary>
    public static string? Find(string? name)
    {
        var zone = name is not null && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana : name;
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;
    }
}
