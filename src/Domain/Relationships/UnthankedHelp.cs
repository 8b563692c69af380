namespace RelateBot.Domain.Relationships;

/// <summary>Finds help that hasn't been followed by thanks.</summary>
public static class UnthankedHelp
{
    /// <summary>Finds the newest help since a moment (UTC) that the helper, or their department, hasn't been thanked for.</summary>
    /// <returns>Null when there is none.</returns>
    public static BalanceEntry? Newest(IReadOnlyCollection<BalanceEntry> deeds, DateTimeOffset since)
    {
        var thanked = deeds.Where(IsThanks).ToLookup(entry => entry.OtherId, entry => entry.At);
        var asATeam = thanked[null].DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return deeds.Where(entry => entry is { IsMine: false, Kind: BalanceEntryKind.Help } && entry.At >= since && asATeam < entry.At)
            .Where(help => thanked[help.OtherId].All(at => at < help.At))
            .OrderByDescending(help => help.At).ThenBy(help => help.Id).FirstOrDefault();
    }

    /// <summary>
    /// Finds the newest such help of each helper, newest first. Thanks to a department as a whole also cover earlier help from its people.
    /// </summary>
    public static IReadOnlyList<BalanceEntry> NewestPerHelper(IReadOnlyCollection<BalanceEntry> deeds, DateTimeOffset since)
    {
        var byOther = deeds.ToLookup(entry => entry.OtherId);
        var toTeams = byOther[null].ToLookup(entry => entry.OtherDepartmentId);
        return
        [
            .. byOther.Where(others => others.Key is not null)
                .Select(own =>
                    own.Where(entry =>
                        entry.OtherDepartmentId is null
                            || !toTeams[entry.OtherDepartmentId].Any(team => IsThanks(team) && team.At >= entry.At)))
                .Select(own => Newest([.. own], since)).OfType<BalanceEntry>()
                .OrderByDescending(help => help.At).ThenBy(help => help.Id),
        ];
    }

    private static bool IsThanks(BalanceEntry entry) => entry is { IsMine: true, Kind: BalanceEntryKind.Thanks or BalanceEntryKind.Kudos };
}
