using Microsoft.EntityFrameworkCore;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Infrastructure.Persistence.Relationships;

/// <summary>Reads balances from the ledger, the asks and the flows, each direction by its own index.</summary>
internal sealed class BalanceReader(RelateDbContext context) : IBalanceReader
{
    public async Task<IReadOnlyList<BalanceEntry>> GetHistoryWithPersonAsync(
        Guid personId,
        Guid otherId,
        CancellationToken cancellationToken) => NewestFirst(
        await Standing(context.Exchanges.Where(exchange => exchange.FromPersonId == personId && exchange.ToPersonId == otherId))
            .ToListAsync(
            cancellationToken),
        await Standing(context.Exchanges.Where(exchange => exchange.FromPersonId == otherId && exchange.ToPersonId == personId))
            .ToListAsync(
            cancellationToken),
        await Requests(context.Asks.Where(ask => ask.AskerId == personId && ask.PersonId == otherId)).ToListAsync(cancellationToken),
        await Requests(context.Asks.Where(ask => ask.AskerId == otherId && ask.PersonId == personId)).ToListAsync(cancellationToken));

    public async Task<IReadOnlyList<BalanceEntry>> GetHistoryWithDepartmentAsync(
        Guid personId,
        Guid departmentId,
        CancellationToken cancellationToken) => NewestFirst(
        await Standing(context.Exchanges.Where(exchange => exchange.FromPersonId == personId && exchange.ToDepartmentId == departmentId))
            .ToListAsync(cancellationToken),
        await Standing(context.Exchanges.Where(exchange => exchange.ToPersonId == personId && exchange.FromDepartmentId == departmentId))
            .ToListAsync(cancellationToken),
        await Requests(context.Asks.Where(ask => ask.AskerId == personId && ask.DepartmentId == departmentId)).ToListAsync(
            cancellationToken),
        await Requests(context.Asks.Where(ask => ask.PersonId == personId && ask.AskerDepartmentId == departmentId)).ToListAsync(
            cancellationToken));

    public async Task<IReadOnlyList<BalanceEntry>> GetHistorySinceAsync(
        Guid personId,
        DateTimeOffset since,
        CancellationToken cancellationToken) => NewestFirst(
        await Standing(context.Exchanges.Where(exchange => exchange.FromPersonId == personId && exchange.OccurredAt >= since)).ToListAsync(
            cancellationToken),
        await Standing(context.Exchanges.Where(exchange => exchange.ToPersonId == personId && exchange.OccurredAt >= since)).ToListAsync(
            cancellationToken),
        asked: [],
        heard: []);

    public async Task<IReadOnlyList<Exchange>> EntriesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await context.Exchanges.AsNoTracking().Where(exchange => ids.Contains(exchange.Id)).ToListAsync(cancellationToken);

    public Task<Ask?> FindMatchingAskAsync(
        Guid readerId,
        Guid? personId,
        Guid? departmentId,
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken)
    {
        var open = context.Asks.Where(ask =>
            ask.State == AskState.Open && ask.IsPublic && ask.AskerId != readerId && topics.Contains(ask.Topic!));
        open = personId is not null ? open.Where(ask => ask.AskerId == personId) : open.Where(ask => ask.AskerDepartmentId == departmentId);
        return open.OrderBy(ask => ask.AskedAt).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<DepartmentBalance>> GetDepartmentBalancesAsync(
        Guid departmentId,
        Period period,
        CancellationToken cancellationToken)
    {
        var zone = (await context.Organisations
            .AsNoTracking()
            .FirstAsync(organisation => organisation.Id == context.Tenant.OrganisationId, cancellationToken)).Zone();
        var (from, to) = (LocalDay.Start(period.From, zone), LocalDay.Start(period.To, zone));
        var asks = context.Asks.Where(ask => ask.AskedAt >= from && ask.AskedAt < to && ask.AskerDepartmentId != ask.DepartmentId);
        List<Sum> mine = await asks.Where(ask => ask.AskerDepartmentId == departmentId && ask.DepartmentId != null)
            .GroupBy(ask => ask.DepartmentId!.Value)
            .Select(asks => new Sum { OtherId = asks.Key, Asks = asks.Count() })
            .ToListAsync(cancellationToken);
        List<Sum> theirs = await asks.Where(ask => ask.DepartmentId == departmentId && ask.AskerDepartmentId != null)
            .GroupBy(ask => ask.AskerDepartmentId!.Value)
            .Select(asks => new Sum { OtherId = asks.Key, Asks = asks.Count() })
            .ToListAsync(cancellationToken);
        foreach (var (span, stretch) in period.SplitIntoSpans())
        {
            var flows = context.Flows.Where(flow =>
                flow.Span == span && flow.Start >= stretch.From && flow.Start < stretch.To && flow.FromDepartmentId != flow.ToDepartmentId);
            mine.AddRange(await flows.Where(flow => flow.FromDepartmentId == departmentId).GroupBy(flow => flow.ToDepartmentId)
                .Select(flows =>
                    new Sum { OtherId = flows.Key, Helps = flows.Sum(flow => flow.Helps), Thanks = flows.Sum(flow => flow.Thanks) })
                    .ToListAsync(cancellationToken));
            theirs.AddRange(await flows.Where(flow => flow.ToDepartmentId == departmentId).GroupBy(flow => flow.FromDepartmentId)
                .Select(flows =>
                    new Sum { OtherId = flows.Key, Helps = flows.Sum(flow => flow.Helps), Thanks = flows.Sum(flow => flow.Thanks) })
                    .ToListAsync(cancellationToken));
        }

        return [.. mine
            .Concat(theirs)
            .Select(sum => sum.OtherId)
            .Distinct()
            .Select(other => new DepartmentBalance(other, new Balance(Tally(mine, other), Tally(theirs, other))))];
    }

    public async Task<IReadOnlyDictionary<Guid, int>> GetDepartmentSizesAsync(
        IReadOnlyCollection<Guid> departmentIds,
        CancellationToken cancellationToken) => await context.People
        .Where(person =>
            person.IsActive
                && (person.Kind == PersonKind.Colleague || person.Kind == PersonKind.Guest)
                && departmentIds.Contains(person.DepartmentId!.Value))
        .GroupBy(person => person.DepartmentId!.Value)
        .Select(people => new { people.Key, Size = people.Count() })
        .ToDictionaryAsync(people => people.Key, people => people.Size, cancellationToken);

    private static Tally Tally(List<Sum> sums, Guid otherId)
    {
        var own = sums.FindAll(sum => sum.OtherId == otherId);
        return new Tally(own.Sum(sum => sum.Asks), own.Sum(sum => sum.Helps), own.Sum(sum => sum.Thanks));
    }

    private static List<BalanceEntry> NewestFirst(List<Entry> mine, List<Entry> theirs, List<Request> asked, List<Request> heard) =>
    [
        .. mine.Select(entry => Deed(entry, isMine: true)).Concat(theirs.Select(entry => Deed(entry, isMine: false)))
            .Concat(asked.Select(ask => Deed(ask, isMine: true))).Concat(heard.Select(ask => Deed(ask, isMine: false)))
            .OrderByDescending(entry => entry.At).ThenBy(entry => entry.Id),
    ];

    private static BalanceEntry Deed(Entry entry, bool isMine) => new()
    {
        Id = entry.Id,
        ActId = entry.ActId,
        Kind = entry.Kind switch
        {
            ExchangeKind.Help => BalanceEntryKind.Help,
            ExchangeKind.Thanks => BalanceEntryKind.Thanks,
            _ => BalanceEntryKind.Kudos
        },
        IsMine = isMine,
        OtherId = isMine ? entry.ToPersonId : entry.FromPersonId,
        OtherDepartmentId = isMine ? entry.ToDepartmentId : entry.FromDepartmentId,
        IsUnconfirmed = entry.IsUnconfirmed,
        At = entry.OccurredAt,
    };

    private static BalanceEntry Deed(Request ask, bool isMine) =>
        new() { Id = ask.Id, ActId = ask.Id, Kind = BalanceEntryKind.Ask, IsMine = isMine, At = ask.AskedAt };

    /// <summary>
    /// Leaves out corrections and the entries that they reverse. The two directions of a pair share no rows, so nothing counts twice.
    /// </summary>
    private IQueryable<Entry> Standing(IQueryable<Exchange> entries) => entries
        .Where(exchange => exchange.CorrectsId == null && !context.Exchanges.Any(correction => correction.CorrectsId == exchange.Id))
        .Select(exchange => new Entry
        {
            Id = exchange.Id,
            ActId = exchange.ActId,
            Kind = exchange.Kind,
            FromPersonId = exchange.FromPersonId,
            FromDepartmentId = exchange.FromDepartmentId,
            ToPersonId = exchange.ToPersonId, ToDepartmentId = exchange.ToDepartmentId, IsUnconfirmed = exchange.IsUnconfirmed,
            OccurredAt = exchange.OccurredAt,
        });

    private static IQueryable<Request> Requests(IQueryable<Ask> asks) =>
        asks.Select(ask => new Request { Id = ask.Id, AskedAt = ask.AskedAt });

    private sealed class Entry
    {
        public Guid Id { get; init; }

        public Guid ActId { get; init; }

        public ExchangeKind Kind { get; init; }

        public Guid FromPersonId { get; init; }

        public Guid? FromDepartmentId { get; init; }

        public Guid? ToPersonId { get; init; }

        public Guid? ToDepartmentId { get; init; }

        public bool IsUnconfirmed { get; init; }

        public DateTimeOffset OccurredAt { get; init; }
    }

    private sealed class Request
    {
        public Guid Id { get; init; }

        public DateTimeOffset AskedAt { get; init; }
    }

    private sealed class Sum
    {
        public Guid OtherId { get; init; }

        public int Asks { get; init; }

        public int Helps { get; init; }

        public int Thanks { get; init; }
    }
}
