using RelateBot.Domain.People;
using RelateBot.Domain.Privacy;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>How a digest's figures went from period to period. They are made of the same groups, so a trend tells nothing that the digests keep back.</summary>
public sealed class TrendBook(IDigestSource source)
{
    /// <summary>So many periods up to this one, the oldest first; nothing of a department that is too small for a digest.</summary>
    public async Task<IReadOnlyList<TrendPoint>> WriteAsync(Period latest, int count, Department? department, DigestRules rules, CancellationToken cancellationToken)
    {
        var groups = FigureGroups.Of(await source.SizesAsync(cancellationToken), rules.MinimumGroup);
        if (department is not null && !groups.HasOwn(department.Id))
        {
            return [];
        }

        var zone = (await source.OrganisationAsync(cancellationToken)).Zone();
        List<TrendPoint> points = [];
        for (var period = latest; points.Count < count; period = period.Before())
        {
            var flows = await source.FlowsAsync(period, department?.Id, cancellationToken);
            var asks = await source.AskCountsAsync(LocalDay.Start(period.From, zone), LocalDay.Start(period.To, zone), department?.Id, cancellationToken);
            points.Add(new TrendPoint(period, DigestTotals.Of(groups.Apply(flows.Concat(asks)), department?.Id)));
        }

        points.Reverse();
        return points;
    }
}
