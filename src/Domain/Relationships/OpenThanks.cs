namespace RelateBot.Domain.Relationships;

/// <summary>Help received for which no thanks have followed yet.</summary>
public static class OpenThanks
{
    /// <summary>The newest such help since a moment: whoever gave it, or the department as a whole, was not thanked after it. Null when there is none.</summary>
    public static Deed? Newest(IReadOnlyCollection<Deed> deeds, DateTimeOffset since)
    {
        var thanked = deeds.Where(deed => deed is { IsMine: true, Kind: DeedKind.Thanks or DeedKind.Kudos }).ToLookup(deed => deed.OtherId, deed => deed.At);
        var asATeam = thanked[null].DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return deeds.Where(deed => deed is { IsMine: false, Kind: DeedKind.Help } && deed.At >= since && asATeam < deed.At)
            .Where(help => thanked[help.OtherId].All(at => at < help.At))
            .OrderByDescending(help => help.At).ThenBy(help => help.Id).FirstOrDefault();
    }
}
