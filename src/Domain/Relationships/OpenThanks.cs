namespace RelateBot.Domain.Relationships;

/// <summary>Help received for which no thanks have followed yet.</summary>
public static class OpenThanks
{
    /// <summary>The newest such help since a moment: whoever gave it, or the department as a whole, was not thanked after it. Null when there is none.</summary>
    public static Deed? Newest(IReadOnlyCollection<Deed> deeds, DateTimeOffset since)
    {
        var thanked = deeds.Where(IsThanks).ToLookup(deed => deed.OtherId, deed => deed.At);
        var asATeam = thanked[null].DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return deeds.Where(deed => deed is { IsMine: false, Kind: DeedKind.Help } && deed.At >= since && asATeam < deed.At)
            .Where(help => thanked[help.OtherId].All(at => at < help.At))
            .OrderByDescending(help => help.At).ThenBy(help => help.Id).FirstOrDefault();
    }

    /// <summary>The newest such help of each helper, newest first. Thanks to a department as a whole close what its people gave before.</summary>
    public static IReadOnlyList<Deed> OfEach(IReadOnlyCollection<Deed> deeds, DateTimeOffset since)
    {
        var byOther = deeds.ToLookup(deed => deed.OtherId);
        var toTeams = byOther[null].ToLookup(deed => deed.OtherDepartmentId);
        return
        [
            .. byOther.Where(others => others.Key is not null)
                .Select(own => own.Where(deed => deed.OtherDepartmentId is null || !toTeams[deed.OtherDepartmentId].Any(team => IsThanks(team) && team.At >= deed.At)))
                .Select(own => Newest([.. own], since)).OfType<Deed>()
                .OrderByDescending(help => help.At).ThenBy(help => help.Id),
        ];
    }

    private static bool IsThanks(Deed deed) => deed is { IsMine: true, Kind: DeedKind.Thanks or DeedKind.Kudos };
}
