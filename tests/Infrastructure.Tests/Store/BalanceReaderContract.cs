using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport.Databases;

namespace RelateBot.Infrastructure.Tests.Store;

public abstract class BalanceReaderContract(TestDatabase database) : StoreContract(database)
{
    private readonly Guid mark = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
    private readonly Guid sue = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
    private readonly Guid sales = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
    private readonly Guid it = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    [SkippableFact]
    public async Task Between_two_people_everything_is_told_newest_first_but_what_was_taken_back()
    {
        var help = Entry(ExchangeKind.Help, sue, mark, hours: 1);
        var thanks = Entry(ExchangeKind.Thanks, mark, sue, hours: 2);
        var takenBack = Entry(ExchangeKind.Kudos, mark, sue, hours: 3);
        var ask = NewAsk(mark, hours: 0, personId: sue);
        await RecordAsync(
            [help, thanks, takenBack, takenBack.CreateCorrection(Clock.GetUtcNow()), Entry(ExchangeKind.Help, sue, NewId(), hours: 4)],
            [ask, NewAsk(mark, hours: 5, personId: NewId())]);

        var deeds = await AskAsync((IBalanceReader balances) => balances.GetHistoryWithPersonAsync(mark, sue, default));
        var hers = await AskAsync((IBalanceReader balances) => balances.GetHistoryWithPersonAsync(sue, mark, default));

        Assert.Equal(
            [(thanks.Id, BalanceEntryKind.Thanks, true), (help.Id, BalanceEntryKind.Help, false), (ask.Id, BalanceEntryKind.Ask, true)],
            deeds.Select(entry => (entry.Id, entry.Kind, entry.IsMine)));
        Assert.Equal([(thanks.Id, false), (help.Id, true), (ask.Id, false)], hers.Select(entry => (entry.Id, entry.IsMine)));
        Assert.Equal(
            [thanks.Id],
            (await AskAsync((IBalanceReader balances) => balances.EntriesAsync([thanks.Id, NewId()], default))).Select(entry => entry.Id));
    }

    [SkippableFact]
    public async Task With_a_department_the_departments_of_those_days_count()
    {
        var help = Entry(ExchangeKind.Help, sue, mark, hours: 1, fromDepartmentId: it);
        var sinceSheMoved = Entry(ExchangeKind.Help, sue, mark, hours: 2, fromDepartmentId: sales);
        var asTeam = Entry(ExchangeKind.Thanks, mark, toPersonId: null, hours: 3, toDepartmentId: it);
        await RecordAsync([help, sinceSheMoved, asTeam], [NewAsk(mark, hours: 0, departmentId: it)]);

        var deeds = await AskAsync((IBalanceReader balances) => balances.GetHistoryWithDepartmentAsync(mark, it, default));
        var ofAll = await AskAsync((IBalanceReader balances) => balances.GetHistorySinceAsync(mark, sinceSheMoved.OccurredAt, default));

        Assert.Equal([BalanceEntryKind.Thanks, BalanceEntryKind.Help, BalanceEntryKind.Ask], deeds.Select(entry => entry.Kind));
        Assert.Equal([asTeam.Id, sinceSheMoved.Id], ofAll.Select(entry => entry.Id));
        Assert.Equal([(Guid?)it, sales], ofAll.Select(entry => entry.OtherDepartmentId));
    }

    [SkippableFact]
    public async Task The_oldest_open_public_ask_on_what_I_offer_fits()
    {
        var older = NewAsk(sue, hours: 1, topic: "excel", askerDepartmentId: it);
        var taken = NewAsk(sue, hours: 0, topic: "excel", askerDepartmentId: it);
        taken.Take(Clock.GetUtcNow());
        await RecordAsync(
            [],
            [
                older,
                taken,
                NewAsk(sue, hours: 2, topic: "excel", askerDepartmentId: it),
                NewAsk(sue, hours: 0, topic: "vpn"),
                NewAsk(sue, hours: 0, topic: "excel", isPublic: false)
            ]);

        Assert.Equal(
            older.Id,
            (await AskAsync((IBalanceReader balances) =>
                balances.FindMatchingAskAsync(mark, sue, departmentId: null, ["excel", "word"], default)))!.Id);
        Assert.Equal(
            older.Id,
            (await AskAsync((IBalanceReader balances) => balances.FindMatchingAskAsync(mark, personId: null, it, ["excel"], default)))!.Id);
        Assert.Null(
            await AskAsync((IBalanceReader balances) => balances.FindMatchingAskAsync(sue, sue, departmentId: null, ["excel"], default)));
        Assert.Null(
            await AskAsync((IBalanceReader balances) => balances.FindMatchingAskAsync(mark, sue, departmentId: null, ["word"], default)));
    }

    [SkippableFact]
    public async Task Around_a_department_days_and_months_add_up_to_the_period()
    {
        // In the organisation's zone: the last minutes of October and the first of December are outside.
        foreach (var at in new[] { "2026-10-31T22:59Z", "2026-10-31T23:00Z", "2026-11-15T12:00Z", "2026-11-30T22:59Z",
            "2026-11-30T23:00Z" })
        {
            await RecordAsync(
                [Entry(ExchangeKind.Help, sue, mark, fromDepartmentId: it, toDepartmentId: sales, at: At(at))],
                [NewAsk(mark, departmentId: it, askerDepartmentId: sales, at: At(at))]);
        }

        await RecordAsync(
            [Entry(ExchangeKind.Thanks, mark, sue, fromDepartmentId: sales, toDepartmentId: it, at: At("2026-11-15T13:00Z"))],
            []);
        await ProjectAsync();

        var november = Assert.Single(
            await AskAsync((IBalanceReader balances) =>
                balances.GetDepartmentBalancesAsync(it, new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1)), default)));
        var fewDays = Assert.Single(
            await AskAsync((IBalanceReader balances) =>
                balances.GetDepartmentBalancesAsync(sales, new Period(new DateOnly(2026, 11, 15), new DateOnly(2026, 12, 2)), default)));

        Assert.Equal((sales, new Tally(0, 3, 0), new Tally(3, 0, 1)), (november.OtherId, november.Balance.Mine, november.Balance.Theirs));
        Assert.Equal((it, new Tally(3, 0, 1), new Tally(0, 3, 0)), (fewDays.OtherId, fewDays.Balance.Mine, fewDays.Balance.Theirs));
    }

    [SkippableFact]
    public async Task Active_people_make_up_the_size_of_a_department()
    {
        var (gone, program, guest) = (
            NewPerson("Gone", departmentId: it),
            NewPerson("Program", departmentId: it),
            NewPerson("Guest", departmentId: it));
        (gone.IsActive, program.Kind, guest.Kind) = (false, PersonKind.Bot, PersonKind.Guest);
        await CommitAsync((RelateDbContext context) =>
            context.People.AddRange(gone, program, guest, NewPerson("Sue", departmentId: it), NewPerson("Nobody's")));

        Assert.Equal(
            [new KeyValuePair<Guid, int>(it, 2)],
            await AskAsync((IBalanceReader balances) => balances.GetDepartmentSizesAsync([it, sales], default)));
    }

    private Task RecordAsync(Exchange[] entries, Ask[] written) => CommitAsync((RelateDbContext context) =>
    {
        context.Exchanges.AddRange(entries);
        context.UnprojectedExchanges.AddRange(entries.Select(entry =>
            new UnprojectedExchange { OrganisationId = Organisation.Id, ExchangeId = entry.Id }));
        context.Asks.AddRange(written);
    });

    private Task ProjectAsync() => Store.Services.GetRequiredService<Projector>().DrainAsync(null, default);

    private Exchange Entry(
        ExchangeKind kind,
        Guid fromPersonId,
        Guid? toPersonId,
        int hours = 0,
        Guid? fromDepartmentId = null,
        Guid? toDepartmentId = null,
        DateTimeOffset? at = null) => new()
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            ActId = NewId(),
            Kind = kind,
            FromPersonId = fromPersonId,
            FromDepartmentId = fromDepartmentId,
            ToPersonId = toPersonId,
            ToDepartmentId = toDepartmentId,
            Note = "",
            Values = [],
            Visibility = Visibility.Public,
            OccurredAt = at ?? Clock.GetUtcNow().AddHours(hours),
            RecordedAt = Clock.GetUtcNow(),
            Source = "test",
        };

    private Ask NewAsk(
        Guid askerId,
        int hours = 0,
        Guid? personId = null,
        Guid? departmentId = null,
        Guid? askerDepartmentId = null,
        string? topic = null,
        bool isPublic = true,
        DateTimeOffset? at = null) => new()
        {
            Id = NewId(),
            OrganisationId = Organisation.Id,
            WorkspaceId = Workspace.Id,
            AskerId = askerId,
            AskerDepartmentId = askerDepartmentId,
            Text = "x",
            PersonId = personId,
            DepartmentId = departmentId,
            Topic = topic,
            IsPublic = isPublic,
            AskedAt = at ?? Clock.GetUtcNow().AddHours(hours),
            Source = "test",
        };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    public sealed class On_SQLite(SqliteDatabase database) : BalanceReaderContract(database), IClassFixture<SqliteDatabase>;

    public sealed class On_PostgreSQL(PostgreSqlDatabase database) : BalanceReaderContract(database), IClassFixture<PostgreSqlDatabase>;

    public sealed class On_SQL_Server(SqlServerDatabase database) : BalanceReaderContract(database), IClassFixture<SqlServerDatabase>;
}
