using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Domain.Digests;

/// <summary>Reads the data of a digest and builds it.</summary>
public sealed class DigestReader(IDigestSource source, IPeopleDirectory directory, ActReader actReader)
{
    private const int PeriodsBefore = 3;
    private const int MostThankYous = 3;
    private const int ThankYousToChooseFrom = 200;
    private const int MostUnsung = 5;

    /// <summary>Today's date in the organisation's time zone.</summary>
    /// <returns>Null while earlier days are not fully counted, so that no digest can be built.</returns>
    public async Task<DateOnly?> TodayAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var zone = (await source.OrganisationAsync(cancellationToken)).Zone();
        var today = LocalDay.Of(now, zone);
        return await source.IsCountingAsync(LocalDay.Start(today, zone), cancellationToken) ? null : today;
    }

    /// <summary>
    /// Builds the digest of a period for a department, or for the whole organisation when <paramref name="department"/> is null.
    /// </summary>
    public async Task<Digest> ReadAsync(Period period, Department? department, DigestRules rules, CancellationToken cancellationToken)
    {
        var organisation = await source.OrganisationAsync(cancellationToken);
        var zone = organisation.Zone();
        var (before, earlier, id) = (period.Previous(), period.Earlier(PeriodsBefore), department?.Id);
        var (start, from, to) = (LocalDay.Start(before.From, zone), LocalDay.Start(period.From, zone), LocalDay.Start(period.To, zone));
        var asks = await source.AsksAsync(start, to, id, cancellationToken);
        var data = new DigestData
        {
            Organisation = organisation,
            Period = period,
            Department = department,
            Departments = await directory.AllDepartmentsAsync(cancellationToken),
            Sizes = await source.SizesAsync(cancellationToken),
            Flows = await source.FlowsAsync(period, id, cancellationToken),
            FlowsBefore = await source.FlowsAsync(before, id, cancellationToken),
            FlowsEarlier = await source.FlowsAsync(earlier, id, cancellationToken),
            Asks = [.. asks.Where(ask => ask.AskedAt >= from)],
            AsksBefore = [.. asks.Where(ask => ask.AskedAt < from)],
            Unanswered = await source.UnansweredAsync(from, to, id, cancellationToken),
            UnsungPeople = period.Months() is { } months ? await source.UnsungAsync(months, id, MostUnsung, cancellationToken) : [],
            ThankYous = await ThankYousAsync(from, to, id, cancellationToken),
        };
        return DigestBuilder.Build(data, rules);
    }

    private async Task<IReadOnlyList<ThankYou>> ThankYousAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken)
    {
        var best = ThankYouRow.Best(
            await source.ThankYousAsync(from, to, departmentId, ThankYousToChooseFrom, cancellationToken),
            MostThankYous);
        var found = await actReader.FindAsync([.. best.Select(row => row.ActId)], cancellationToken);
        return
        [
            .. from row in best
               join act in found on row.ActId equals act.Id
               select new ThankYou
               {
                   ActId = act.Id,
                   From = act.Giver,
                   People = [.. act.People],
                   Departments = [.. act.Departments],
                   Note = act.Note,
                   Seconds = row.Seconds
               },
        ];
    }
}
