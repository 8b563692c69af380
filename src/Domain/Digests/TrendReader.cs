using RelateBot.Domain.People;
using RelateBot.Domain.Privacy;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>
/// Reads how a digest's totals changed over the periods before it. Trends use the same groups as digests, so they don't reveal anything
/// that digests hide. The latest two periods come from the digest itself; older ones hardly ever change and are cached.
/// </summary>
public sealed class TrendReader(IDigestSource source, TrendCache cache)
{
    /// <summary>Reads the totals of the last <paramref name="count"/> periods.</summary>
    /// <returns>The oldest period first, the digest's own period last; empty when the department is too small for a digest.</returns>
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
