using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Digests;

/// <summary>Reads the data of digests from the flows and from narrow indexes by time.</summary>
internal sealed class DigestSource(RelateDbContext context) : IDigestSource
{
    public Task<Organisation> OrganisationAsync(CancellationToken cancellationToken) =>
        context.Organisations.AsNoTracking()
            .FirstAsync(organisation => organisation.Id == context.Tenant.OrganisationId, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, int>> SizesAsync(CancellationToken cancellationToken)
    {
        var sizes = await context.Departments.Select(department => department.Id).ToDictionaryAsync(id => id, _ => 0, cancellationToken);
        var known = await context.People
            .Where(person =>
                person.IsActive && person.DepartmentId != null && (person.Kind == PersonKind.Colleague || person.Kind == PersonKind.Guest))
            .GroupBy(person => person.DepartmentId!.Value)
            .Select(people => new { people.Key, Size = people.Count() })
            .ToListAsync(cancellationToken);
        known.ForEach(department => sizes[department.Key] = department.Size);
        return sizes;
    }

    public Task<int> ReportsAsync(Guid managerId, CancellationToken cancellationToken) =>
        context.People.CountAsync(person => person.ManagerId == managerId && person.IsActive, cancellationToken);

    public async Task<IReadOnlyList<FlowSum>> FlowsAsync(Period period, Guid? departmentId, CancellationToken cancellationToken)
    {
        List<FlowSum> sums = [];
        foreach (var (span, stretch) in period.SplitIntoSpans())
        {
            // For a single month or day there is one row for each pair, in key order, so the database needn't sort before it adds them up.
            var isOne = stretch.To == (span is FlowSpan.Month ? stretch.From.AddMonths(1) : stretch.From.AddDays(1));
            var flows = isOne
                ? context.Flows.Where(flow => flow.Span == span && flow.Start == stretch.From)
                : context.Flows.Where(flow => flow.Span == span && flow.Start >= stretch.From && flow.Start < stretch.To);
            flows = flows.Where(flow => flow.FromDepartmentId != flow.ToDepartmentId);
            foreach (var side in departmentId is { } id
                ? [flows.Where(flow => flow.FromDepartmentId == id), flows.Where(flow => flow.ToDepartmentId == id)]
                : new[] { flows })
            {
                sums.AddRange((await (isOne ? Rows(side) : Sums(side)).ToListAsync(cancellationToken)).Select(sum =>
                    new FlowSum(sum.FromId, sum.ToId, sum.Helps, sum.Thanks, sum.Kudos, Asks: 0)));
            }
        }

        return FlowSum.Merge(sums);
    }

    public async Task<IReadOnlyList<DigestAsk>> AsksAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken) => await Between(from, to, departmentId)
        .Select(ask => new DigestAsk(
            ask.AskerDepartmentId!.Value,
            ask.DepartmentId!.Value,
            ask.AskerId,
            ask.AskedAt,
            ask.TakenAt,
            ask.State == AskState.Solved ? ask.ClosedAt : null))
        .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<FlowSum>> AskCountsAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken)
    {
        var counts = await Between(from, to, departmentId)
            .GroupBy(ask => new { FromId = ask.AskerDepartmentId!.Value, ToId = ask.DepartmentId!.Value })
            .Select(same => new { same.Key.FromId, same.Key.ToId, Count = same.Count() })
            .ToListAsync(cancellationToken);
        return [.. counts.Select(count => new FlowSum(count.FromId, count.ToId, Helps: 0, Thanks: 0, Kudos: 0, count.Count))];
    }

    public Task<bool> IsCountingAsync(DateTimeOffset before, CancellationToken cancellationToken) => (
        from unprojected in context.UnprojectedExchanges
        join exchange in context.Exchanges on unprojected.ExchangeId equals exchange.Id
        where exchange.OccurredAt < before
        select exchange).AnyAsync(cancellationToken);

    public async Task<IReadOnlyList<Ask>> UnansweredAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        CancellationToken cancellationToken) => await context.Asks.AsNoTracking()
        .Where(ask =>
            ask.AskedAt >= from
                && ask.AskedAt < to
                && ask.IsPublic
                && ask.TakenAt == null
                && (ask.State == AskState.Open || ask.State == AskState.Expired))
        .Where(ask =>
            (ask.AskerDepartmentId == null || ask.DepartmentId == null || ask.AskerDepartmentId != ask.DepartmentId)
                && (departmentId == null || ask.DepartmentId == departmentId))
        .OrderBy(ask => ask.AskedAt).ThenBy(ask => ask.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ThankYouRow>> ThankYousAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        Guid? departmentId,
        int limit,
        CancellationToken cancellationToken)
    {
        var thanks = context.Exchanges.Where(exchange =>
            exchange.Kind == ExchangeKind.Thanks && exchange.Visibility == Visibility.Public && exchange.CorrectsId == null
            && exchange.OccurredAt >= from && exchange.OccurredAt < to);
        thanks = departmentId is null ? thanks : thanks.Where(exchange => exchange.ToDepartmentId == departmentId);
        return await thanks
            .Where(exchange => !context.Exchanges.Any(correction => correction.CorrectsId == exchange.Id))
            .OrderByDescending(exchange => exchange.OccurredAt).ThenBy(exchange => exchange.Id).Take(limit)
            .Select(exchange => new ThankYouRow(
                exchange.ActId,
                exchange.FromPersonId,
                exchange.FromDepartmentId,
                exchange.ToDepartmentId,
                exchange.Note,
                context.Secondings.Count(seconding => seconding.ActId == exchange.ActId)))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Person>> UnsungAsync(Period months, Guid? departmentId, int limit, CancellationToken cancellationToken)
    {
        var helpers = await (
            from person in context.People
            join month in context.HelperMonths on person.Id equals month.PersonId
            where person.MayBeNamedUnsung && person.IsActive && (departmentId == null || person.DepartmentId == departmentId)
                && month.Month >= months.From && month.Month < months.To
            group month by person.Id into own
            select new { PersonId = own.Key, Helps = own.Sum(month => month.Helps), Thanks = own.Sum(month => month.Thanks) }).ToListAsync(
                cancellationToken);
        var unsung = helpers.Where(helper => Unsung.IsUnsung(helper.Helps, helper.Thanks))
            .OrderByDescending(helper => helper.Helps - helper.Thanks)
            .ThenBy(helper => helper.PersonId)
            .Take(limit)
            .Select(helper => helper.PersonId)
            .ToList();
        var people = await context.People.AsNoTracking().Where(person => unsung.Contains(person.Id)).ToListAsync(cancellationToken);
        return [.. people.OrderBy(person => person.NameKey, StringComparer.Ordinal)];
    }

    /// <summary>Asks between different departments.</summary>
    private IQueryable<Ask> Between(DateTimeOffset from, DateTimeOffset to, Guid? departmentId) => context.Asks
        .Where(ask =>
            ask.AskedAt >= from
                && ask.AskedAt < to
                && ask.AskerDepartmentId != null
                && ask.DepartmentId != null
                && ask.AskerDepartmentId != ask.DepartmentId)
        .Where(ask => departmentId == null || ask.AskerDepartmentId == departmentId || ask.DepartmentId == departmentId);

    private static IQueryable<Sum> Rows(IQueryable<Flow> flows) => flows.Select(flow => new Sum
    {
        FromId = flow.FromDepartmentId, ToId = flow.ToDepartmentId, Helps = flow.Helps, Thanks = flow.Thanks, Kudos = flow.Kudos,
    });

    private static IQueryable<Sum> Sums(IQueryable<Flow> flows) => flows
        .GroupBy(flow => new { flow.FromDepartmentId, flow.ToDepartmentId })
        .Select(same => new Sum
        {
            FromId = same.Key.FromDepartmentId, ToId = same.Key.ToDepartmentId,
            Helps = same.Sum(flow => flow.Helps), Thanks = same.Sum(flow => flow.Thanks), Kudos = same.Sum(flow => flow.Kudos),
        });

    private sealed class Sum
    {
        public Guid FromId { get; init; }

        public Guid ToId { get; init; }

        public int Helps { get; init; }

        public int Thanks { get; init; }

        public int Kudos { get; init; }
    }
}
