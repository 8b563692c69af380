using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Imports;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Imports;

public sealed class ExchangeImporterTests : IAsyncLifetime
{
    private const string Header = "occurred_at,kind,from_email,to,note,values,visibility\n";

    private TemporaryStore store = null!;

    public async Task InitializeAsync()
    {
        store = await TemporaryStore.CreateAsync();
        await ImportRun.OfRosterAsync(
            store,
            "email,name,department\nmark@example.org,Mark,Sales\nsue@example.org,Sue,IT Service\nraj@example.org,Raj,IT Service\n");
    }

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    [Fact]
    public async Task A_row_becomes_an_entry_with_the_departments_of_both_sides()
    {
        var run = await ImportAsync(
            "2026-03-05T14:30:00+01:00,Thanks,Mark@example.org,sue@example.org,\"for the laptop,\r\nagain\",#Patience; speed,private\n");

        Assert.Empty(run.Faults);
        var entry = Assert.Single(await LedgerAsync());
        var departments = await store.ReadAsync(context =>
            context.Departments.ToDictionaryAsync(department => department.Id, department => department.Name));
        Assert.Equal((ExchangeKind.Thanks, Visibility.Private, "import"), (entry.Kind, entry.Visibility, entry.Source));
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 13, 30, 0, TimeSpan.Zero), entry.OccurredAt);
        Assert.Equal("for the laptop,\nagain", entry.Note);
        Assert.Equal("patience speed", string.Join(' ', entry.Values));
        Assert.Equal(("Sales", "IT Service"), (departments[entry.FromDepartmentId!.Value], departments[entry.ToDepartmentId!.Value]));
        Assert.Equal(entry.Id, entry.ActId);
        Assert.Equal(8, entry.Id.Version);
    }

    [Theory]
    [InlineData("department:IT Service")]
    [InlineData("Department: it service")]
    [InlineData("department:it-service")]
    public async Task A_department_receives_by_name_or_handle(string to)
    {
        var run = await ImportAsync($"2026-03-05T14:30:00Z,help,mark@example.org,{to},,,\n");

        Assert.Empty(run.Faults);
        var entry = Assert.Single(await LedgerAsync());
        Assert.Null(entry.ToPersonId);
        Assert.NotNull(entry.ToDepartmentId);
    }

    [Theory]
    [InlineData("2026-03-05T14:30:00", "2026-03-05T14:30:00")]
    [InlineData("2026-03-05 14:30", "2026-03-05T14:30:00")]
    [InlineData("2026-03-05T14:30:00.25-05:00", "2026-03-05T19:30:00.25")]
    [InlineData("2026-03-05", "2026-03-05T00:00:00")]
    public async Task A_time_without_an_offset_is_UTC(string written, string expected)
    {
        var run = await ImportAsync($"{written},help,mark@example.org,sue@example.org,,,\n");

        Assert.Empty(run.Faults);
        Assert.Equal(
            DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Assert.Single(await LedgerAsync()).OccurredAt.DateTime);
    }

    [Theory]
    [InlineData("05/03/2026,help,mark@example.org,sue@example.org,,,", "is no time")]
    [InlineData("2027-03-05T14:30:00Z,help,mark@example.org,sue@example.org,,,", "future")]
    [InlineData("1969-03-05T14:30:00Z,help,mark@example.org,sue@example.org,,,", "1970")]
    [InlineData("2026-03-05T14:30:00Z,hug,mark@example.org,sue@example.org,,,", "kudos, thanks, help")]
    [InlineData("2026-03-05T14:30:00Z,1,mark@example.org,sue@example.org,,,", "kudos, thanks, help")]
    [InlineData("2026-03-05T14:30:00Z,help,ghost@example.org,sue@example.org,,,", "ghost@example.org")]
    [InlineData("2026-03-05T14:30:00Z,help,,sue@example.org,,,", "from_email is missing")]
    [InlineData("2026-03-05T14:30:00Z,help,mark@example.org,,,,", "to is missing")]
    [InlineData("2026-03-05T14:30:00Z,help,mark@example.org,department:Legal,,,", "no department Legal")]
    [InlineData("2026-03-05T14:30:00Z,help,mark@example.org,MARK@example.org,,,", "same person")]
    [InlineData("2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,,,secret", "visibility")]
    [InlineData("2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,,a b c d e f g h i j k,", "at most 10 words")]
    public async Task A_row_at_fault_is_told_and_the_next_is_taken(string row, string reason)
    {
        var run = await ImportAsync($"{row}\n2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,,,\n");

        var fault = Assert.Single(run.Faults);
        Assert.Equal(2, fault.Line);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task A_note_over_the_limit_is_refused()
    {
        var run = await ImportAsync(
            $"2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,{new string('x', ThanksLimits.Note + 1)},,\n");

        Assert.Contains("3,000", Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_twice_writes_once()
    {
        const string Rows =
            "2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,one,,\n2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,two,,\n";
        await ImportAsync(Rows);
        var before = (await LedgerAsync()).ConvertAll(entry => entry.Id);

        var again = await ImportAsync(Rows + "2026-03-06T14:30:00Z,help,mark@example.org,sue@example.org,three,,\n");

        Assert.Equal((1, 2), (again.Report.Added, again.Report.Unchanged));
        Assert.Equal(before, (await LedgerAsync()).Select(entry => entry.Id).Where(before.Contains));
    }

    [Fact]
    public async Task The_same_row_written_another_way_is_the_same_entry_and_is_told()
    {
        var run = await ImportAsync(
            "2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,x,#a;b,\n2026-03-05T15:30:00+01:00,HELP,MARK@example.org,Sue@Example.org, x ,A b,public\n");

        Assert.Contains("line 2", Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task Ids_sort_by_the_time_of_the_exchange()
    {
        await ImportAsync(
            "2026-03-05T14:30:00Z,help,mark@example.org,sue@example.org,,,\n2024-01-05T14:30:00Z,help,raj@example.org,sue@example.org,,,\n2025-07-05T14:30:00Z,help,mark@example.org,raj@example.org,,,\n");

        var ledger = await LedgerAsync();
        Assert.Equal(
            ledger.OrderBy(entry => entry.OccurredAt).Select(entry => entry.Id),
            ledger.OrderBy(entry => entry.Id.ToString(), StringComparer.Ordinal).Select(entry => entry.Id));
    }

    [Fact]
    public void Whatever_makes_two_rows_differ_makes_their_ids_differ() => Prop.ForAll(
        AnyRow,
        AnyRow,
        (one, other) =>
            (ImportedExchangeId.Of(store.Organisation.Id, one) == ImportedExchangeId.Of(store.Organisation.Id, other)) == SameContent(
                one,
                other))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public async Task What_is_imported_is_projected_like_everything_else()
    {
        await ImportAsync(
            "2026-03-05T14:30:00Z,help,sue@example.org,mark@example.org,,,\n2026-03-06T14:30:00Z,thanks,mark@example.org,department:IT "
                + "Service,,,\n");

        await store.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);

        var flows = await store.ReadAsync(context => context.Flows.Where(flow => flow.Span == FlowSpan.Month).ToListAsync());
        Assert.Equal(2, flows.Count);
        Assert.Equal((1, 1), (flows.Sum(flow => flow.Helps), flows.Sum(flow => flow.Thanks)));
    }

    [Fact]
    public async Task Imported_history_does_not_count_as_thanking_too_fast()
    {
        await ImportAsync(string.Concat(Enumerable
            .Range(0, 40)
            .Select(i => $"2026-03-05T14:30:{i}Z,thanks,mark@example.org,sue@example.org,,,\n")));
        var mark = await store.ReadAsync(context => context.People.SingleAsync(person => person.Email == "mark@example.org"));
        var anHourAgo = TestTime.Start.AddHours(-1);

        Assert.Equal(
            0,
            await store.InScopeAsync(
                scoped => scoped.GetRequiredService<ILedger>().CountByAsync(mark.Id, anHourAgo, CancellationToken.None)));
    }

    private static Arbitrary<ExchangeRow> AnyRow { get; } = (
        from seconds in Gen.Choose(0, 1)
        from kind in Gen.Elements(ExchangeKind.Help, ExchangeKind.Thanks)
        from to in Gen.Elements(1, 2)
        from toDepartment in Gen.Elements(true, false)
        from note in Gen.Elements("", "a", "b [a]", "[a] b")
        from values in Gen.Elements("", "a", "a b")
        from visibility in Gen.Elements(Visibility.Public, Visibility.Private)
        select new ExchangeRow
        {
            OccurredAt = DateTimeOffset.UnixEpoch.AddSeconds(seconds),
            Kind = kind,
            FromPersonId = new Guid(9, 0, 0, new byte[8]),
            FromDepartmentId = null,
            ToPersonId = toDepartment ? null : new Guid(to, 0, 0, new byte[8]), ToDepartmentId = new Guid(to, 0, 0, new byte[8]),
            Note = note, Values = [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries)], Visibility = visibility,
        }).ToArbitrary();

    private static bool SameContent(ExchangeRow one, ExchangeRow other) =>
        one.OccurredAt == other.OccurredAt
            && one.Kind == other.Kind
            && one.ToPersonId == other.ToPersonId
            && one.ToDepartmentId == other.ToDepartmentId
        && one.Note == other.Note && one.Values.SequenceEqual(other.Values, StringComparer.Ordinal) && one.Visibility == other.Visibility;

    private Task<ImportRun> ImportAsync(string rows) => ImportRun.OfExchangesAsync(store, Header + rows);

    private Task<List<Exchange>> LedgerAsync() =>
        store.ReadAsync(context => context.Exchanges.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync());
}
