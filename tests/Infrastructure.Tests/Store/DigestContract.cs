using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Auditing;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class DigestContract(TestDatabase database) : StoreContract(database)
{
    private static readonly DateTimeOffset FirstOfOctober = new(2026, 9, 30, 22, 0, 0, TimeSpan.Zero);
    private static readonly Period October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));

    private Department It { get; set; } = null!;

    private Department Sales { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (It, Sales) = (NewDepartment("IT", "it"), NewDepartment("Sales", "sales"));
        await CommitAsync((RelateDbContext context) => context.Departments.AddRange(It, Sales));
    }

    [SkippableFact]
    public async Task Flows_of_a_month_begin_and_end_at_midnight_in_the_organisations_time_zone()
    {
        await RecordAsync(
            Entry(ExchangeKind.Help, It, Sales, FirstOfOctober.AddTicks(-10)), Entry(ExchangeKind.Help, It, Sales, FirstOfOctober),
            Entry(ExchangeKind.Thanks, Sales, It, new DateTimeOffset(2026, 10, 31, 22, 59, 0, TimeSpan.Zero)),
            Entry(ExchangeKind.Thanks, Sales, It, new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero)),
            Entry(ExchangeKind.Help, It, It, FirstOfOctober));

        var month = await FlowsAsync(October, null);
        var days = await FlowsAsync(new Period(new DateOnly(2026, 9, 30), new DateOnly(2026, 11, 2)), null);

        Assert.Equivalent(new[] { new FlowSum(It.Id, Sales.Id, 1, 0, 0, 0), new FlowSum(Sales.Id, It.Id, 0, 1, 0, 0) }, month,
            strict: true);
        Assert.Equivalent(new[] { new FlowSum(It.Id, Sales.Id, 2, 0, 0, 0), new FlowSum(Sales.Id, It.Id, 0, 2, 0, 0) }, days, strict: true);
    }

    [SkippableFact]
    public async Task While_something_older_is_not_counted_yet_it_says_so()
    {
        await CommitAsync((ILedger ledger) => ledger.Record(Entry(ExchangeKind.Help, It, Sales, FirstOfOctober)));

        Assert.True(await AskAsync((IDigestSource source) => source.IsCountingAsync(FirstOfOctober.AddTicks(10), default)));
        Assert.False(await AskAsync((IDigestSource source) => source.IsCountingAsync(FirstOfOctober, default)));

        await Store.Services.GetRequiredService<Projector>().DrainAsync(null, default);
        Assert.False(await AskAsync((IDigestSource source) => source.IsCountingAsync(FirstOfOctober.AddTicks(10), default)));
    }

    [SkippableFact]
    public async Task A_departments_flows_are_those_from_it_and_to_it()
    {
        var finance = NewDepartment("Finance", "finance");
        await RecordAsync(
            Entry(ExchangeKind.Help, It, Sales, FirstOfOctober),
            Entry(ExchangeKind.Help, Sales, finance, FirstOfOctober),
            Entry(ExchangeKind.Kudos, finance, It, FirstOfOctober));

        Assert.Equivalent(
            new[] { new FlowSum(It.Id, Sales.Id, 1, 0, 0, 0), new FlowSum(finance.Id, It.Id, 0, 0, 1, 0) },
            await FlowsAsync(October, It.Id),
            strict: true);
    }

    [SkippableFact]
    public async Task Asks_between_departments_are_told_without_their_words_and_unanswered_ones_only_when_public()
    {
        var (taken, open, within, secret) = (Ask(It, Sales), Ask(It, Sales), Ask(It, It), Ask(Sales, It, isPublic: false));
        taken.Take(FirstOfOctober.AddHours(2));
        taken.Close(AskState.Solved, FirstOfOctober.AddHours(3));
        await CommitAsync((RelateDbContext context) => context.Asks.AddRange(taken, open, within, secret));

        var asks = await AskAsync((IDigestSource source) => source.AsksAsync(FirstOfOctober, FirstOfOctober.AddDays(1), null, default));
        var unanswered = await AskAsync((IDigestSource source) =>
            source.UnansweredAsync(FirstOfOctober, FirstOfOctober.AddDays(1), Sales.Id, default));

        Assert.Equal(3, asks.Count);
        Assert.Equivalent(
            new[] { new FlowSum(It.Id, Sales.Id, 0, 0, 0, 2), new FlowSum(Sales.Id, It.Id, 0, 0, 0, 1) },
            await CountsAsync(null),
            strict: true);
        Assert.Equivalent(await CountsAsync(null), await CountsAsync(It.Id), strict: true);
        Assert.Empty(await CountsAsync(NewId()));
        Assert.Contains(
            new DigestAsk(It.Id, Sales.Id, taken.AskerId, FirstOfOctober, FirstOfOctober.AddHours(2), FirstOfOctober.AddHours(3)),
            asks);
        Assert.Equal(open.Id, Assert.Single(unanswered).Id);
        Assert.Empty(
            await AskAsync((IDigestSource source) => source.UnansweredAsync(FirstOfOctober, FirstOfOctober.AddDays(1), It.Id, default)));

        Task<IReadOnlyList<FlowSum>> CountsAsync(Guid? departmentId) =>
            AskAsync((IDigestSource source) => source.AskCountsAsync(FirstOfOctober, FirstOfOctober.AddDays(1), departmentId, default));
    }

    [SkippableFact]
    public async Task Public_thanks_are_told_newest_first_with_those_who_seconded_and_none_that_was_taken_back()
    {
        var (first, second, secret, undone) = (
            Entry(ExchangeKind.Thanks, Sales, It, FirstOfOctober), Entry(ExchangeKind.Thanks, It, Sales, FirstOfOctober.AddHours(1)),
            Entry(ExchangeKind.Thanks, It, Sales, FirstOfOctober, Visibility.Private), Entry(ExchangeKind.Thanks, It, Sales,
                FirstOfOctober));
        await RecordAsync(
            first,
            second,
            secret,
            undone,
            undone.CreateCorrection(FirstOfOctober.AddMinutes(1)),
            Entry(ExchangeKind.Kudos, It, Sales, FirstOfOctober));
        await CommitAsync((ILedger ledger) =>
            ledger.Record(
                new Seconding { OrganisationId = Organisation.Id, ActId = first.ActId, PersonId = NewId(), At = FirstOfOctober }));

        var all = await AskAsync((IDigestSource source) =>
            source.ThankYousAsync(FirstOfOctober, FirstOfOctober.AddDays(1), null, 10, default));
        var toIt = await AskAsync((IDigestSource source) =>
            source.ThankYousAsync(FirstOfOctober, FirstOfOctober.AddDays(1), It.Id, 10, default));

        Assert.Equal([(second.ActId, 0), (first.ActId, 1)], all.Select(row => (row.ActId, row.Seconds)));
        Assert.Equal(first.ActId, Assert.Single(toIt).ActId);
    }

    [SkippableFact]
    public async Task Only_people_who_agreed_are_named_as_unsung()
    {
        var (sue, raj, elin) = (
            NewPerson("Sue", departmentId: It.Id),
            NewPerson("Raj", departmentId: It.Id),
            NewPerson("Elin", departmentId: It.Id));
        (sue.MayBeNamedUnsung, elin.MayBeNamedUnsung) = (true, true);
        await CommitAsync((RelateDbContext context) => context.People.AddRange(sue, raj, elin));
        await RecordAsync([.. new[] { sue, raj, elin }.SelectMany(person =>
            Enumerable.Range(0, 8).Select(_ => By(person, ExchangeKind.Help)))]);
        await RecordAsync([.. Enumerable.Range(0, 3).Select(_ => To(elin))]);

        var unsung = await AskAsync((IDigestSource source) => source.UnsungAsync(October, null, 5, default));

        Assert.Equal("Sue", Assert.Single(unsung).Name);
        Assert.Empty(await AskAsync((IDigestSource source) => source.UnsungAsync(October, Sales.Id, 5, default)));
        Assert.Empty(await AskAsync((IDigestSource source) => source.UnsungAsync(October.Previous(), null, 5, default)));
    }

    [SkippableFact]
    public async Task Sizes_count_active_people_and_name_departments_without_any()
    {
        var left = NewPerson("Gone", departmentId: It.Id);
        left.IsActive = false;
        await CommitAsync((RelateDbContext context) =>
            context.People.AddRange(NewPerson("Sue", departmentId: It.Id), left, NewPerson("Nowhere")));

        var sizes = await AskAsync((IDigestSource source) => source.SizesAsync(default));

        Assert.Equal((1, 0, 2), (sizes[It.Id], sizes[Sales.Id], sizes.Count));
    }

    [SkippableFact]
    public async Task What_is_recorded_in_the_audit_log_stays_there()
    {
        await CommitAsync((AuditLog log) => log.Record("root@console", "digest.unsuppressed", "October"));

        var entry = Assert.Single(await AskAsync((RelateDbContext context) => context.AuditEntries.ToListAsync()));
        Assert.Equal(
            ("root@console", "digest.unsuppressed", "October", Clock.GetUtcNow()),
            (entry.Actor, entry.Action, entry.Details, entry.At));
    }

    private Task<IReadOnlyList<FlowSum>> FlowsAsync(Period period, Guid? departmentId) =>
        AskAsync((IDigestSource source) => source.FlowsAsync(period, departmentId, default));

    private async Task RecordAsync(params Exchange[] entries)
    {
        await CommitAsync((ILedger ledger) => Array.ForEach(entries, ledger.Record));
        await Store.Services.GetRequiredService<Projector>().DrainAsync(null, default);
    }

    private Exchange By(Person person, ExchangeKind kind) => Entry(kind, It, Sales, FirstOfOctober, from: person.Id);

    private Exchange To(Person person) => Entry(ExchangeKind.Thanks, Sales, It, FirstOfOctober, Visibility.Private, to: person.Id);

    private Exchange Entry(
        ExchangeKind kind,
        Department giving,
        Department receiving,
        DateTimeOffset at,
        Visibility visibility = Visibility.Public,
        Guid? from = null,
        Guid? to = null) => new()
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            ActId = NewId(),
            Kind = kind,
            FromPersonId = from ?? NewId(),
            FromDepartmentId = giving.Id,
            ToPersonId = to ?? NewId(),
            ToDepartmentId = receiving.Id,
            Note = "for the laptop",
            Values = [],
            Visibility = visibility,
            OccurredAt = at,
            RecordedAt = at,
            Source = "test",
        };

    private Ask Ask(Department from, Department of, bool isPublic = true) => new()
    {
        Id = NewId(),
        OrganisationId = Organisation.Id,
        WorkspaceId = Workspace.Id,
        AskerId = NewId(),
        AskerDepartmentId = from.Id,
        DepartmentId = of.Id,
        Text = "a question",
        IsPublic = isPublic, AskedAt = FirstOfOctober, Source = "test",
    };

    public sealed class On_SQLite(SqliteDatabase database) : DigestContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : DigestContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : DigestContract(database), IClassFixture<SqlServerDatabase>;
}
