using RelateBot.Domain.People;
using RelateBot.Domain.Privacy;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// How a digest's figures went from period to period. They are made of the same groups, so a trend tells nothing that the digests keep
/// back. The latest two periods are the digest's own figures; those before them are remembered for a while, since they hardly ever change.
/// </summary>
public sealed class TrendReader(IDigestSource source, TrendCache cache)
{
    /// <summary>So many periods up to the digest's, the oldest first; nothing of a department that is too small for a digest.</summary>
    public async Task<IReadOnlyList<TrendPoint>> ReadAsync(Digest digest, int count, DigestRules rules, CancellationToken cancellationToken)
    {
        if (digest.IsWithheld)
        {
            return [];
        }

        var organisation = await source.OrganisationAsync(cancellationToken);
        var groups = ReportableGroups.Create(await source.SizesAsync(cancellationToken), rules.MinimumGroup);
        var before = digest.Period.Previous();
        List<TrendPoint> points = [new(digest.Period, digest.Totals), new(before, digest.Before)];
        while (points.Count < count)
        {
            var period = points[^1].Period.Previous();
            points.Add(new TrendPoint(period, await cache.GetOrAddAsync(
                new TrendKey(organisation.Id, digest.Department?.Id, period, groups.Fingerprint),
                () => TotalsAsync(organisation, period, digest.Department, groups, cancellationToken))));
        }

        points.Reverse();
        return points;
    }

    private async Task<DigestTotals> TotalsAsync(
        Organisation organisation,
        Period period,
        Department? department,
        ReportableGroups groups,
        CancellationToken cancellationToken)
    {
        var zone = organisation.Zone();
        var flows = await source.FlowsAsync(period, department?.Id, cancellationToken);
        var asks = await source.AskCountsAsync(
            LocalDay.Start(period.From, zone),
            LocalDay.Start(period.To, zone),
            department?.Id,
            cancellationToken);
        return DigestTotals.Of(groups.Apply(flows.Concat(asks)), department?.Id);
    }
}
