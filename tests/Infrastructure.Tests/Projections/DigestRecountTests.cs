using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Exchanges;
using RelateBot.Infrastructure.Persistence.Projections;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Projections;

/// <summary>Compares a digest's figures with a slow, simple count of the ledger and the asks, for random histories and periods.</summary>
public sealed class DigestRecountTests
{
    private static readonly DateTimeOffset Start = new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero);

    // Helps, thanks and asks in a quarter with a clock change in it, some of them taken back.
    private static readonly Arbitrary<Life> Lives = (
        from acts in (
            from kind in Gen.Choose(0, 3)
            from giver in Gen.Choose(0, 7)
            from receiver in Gen.Choose(0, 7)
            from minutes in Gen.Choose(0, 60 * 24 * 90)
            from isTakenBack in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new Told(kind, giver, receiver, minutes, isTakenBack)).ArrayOf().Resize(60)
        from first in Gen.Choose(0, 70)
        from days in Gen.Choose(1, 60)
        from isMonth in Gen.Elements(true, false)
        from zone in Gen.Elements("Europe/Zurich", "America/New_York", "Asia/Kolkata")
        select new Life(acts, isMonth ? new Period(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)) : Days(first, days), zone))
            .ToArbitrary();

    [Fact]
    public void Any_history_in_any_days_gives_the_figures_of_a_recount() =>
        Prop.ForAll(Lives, AgreesAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static async Task<bool> AgreesAsync(Life life)
    {
        var clock = new FakeTimeProvider(Start.AddDays(100));
        await using var store = await TemporaryStore.CreateAsync(clock);
        var (departments, people) = Populate(store.Organisation.Id);
        await store.ChangeAsync(context =>
        {
            context.Organisations.Attach(store.Organisation).Entity.TimeZone = life.Zone;
            context.Departments.AddRange(departments);
            context.People.AddRange(people);
            foreach (var told in life.Acts)
            {
                Record(context, store.Organisation.Id, people, told);
            }
        });
        await store.Services.GetRequiredService<Projector>().DrainAsync(null, CancellationToken.None);
        var (ledger, asks) = (
            await store.ReadAsync(context => context.Exchanges.ToListAsync()),
            await store.ReadAsync(context => context.Asks.ToListAsync()));

        foreach (var department in departments.Cast<Department?>().Prepend(null))
        {
            var digest = await store.InScopeAsync(services =>
                new DigestReader(
                    services.GetRequiredService<IDigestSource>(),
                    services.GetRequiredService<IPeopleDirectory>(),
                    new ActReader(services.GetRequiredService<ILedger>(), services.GetRequiredService<IPeopleDirectory>()))
                    .ReadAsync(life.Period, department, DigestRules.Unsuppressed, CancellationToken.None));
            var recount = Count(ledger, asks, departments, department, life.Period, life.Zone);
            if (Describe(digest) != recount)
            {
                throw new InvalidOperationException($"{department?.Name}\ndigest:\n{Describe(digest)}\nrecount:\n{recount}");
            }
        }

        return true;
    }

    /// <summary>Entry by entry, without any of what the digest uses.</summary>
    private static string Count(
        List<Exchange> ledger,
        List<Ask> asks,
        List<Department> departments,
        Department? scope,
        Period period,
        string zone)
    {
        var inPeriod = ledger
            .Where(entry => entry.CorrectsId is null && ledger.TrueForAll(other => other.CorrectsId != entry.Id) && IsIn(entry.OccurredAt))
            .Where(entry =>
                entry.FromDepartmentId is not null && entry.ToDepartmentId is not null && entry.FromDepartmentId != entry.ToDepartmentId)
            .Where(entry => scope is null || entry.FromDepartmentId == scope.Id || entry.ToDepartmentId == scope.Id).ToList();
        var asked = asks
            .Where(ask =>
                IsIn(ask.AskedAt)
                    && ask.AskerDepartmentId is not null
                    && ask.DepartmentId is not null
                    && ask.AskerDepartmentId != ask.DepartmentId)
            .Where(ask => scope is null || ask.AskerDepartmentId == scope.Id || ask.DepartmentId == scope.Id).ToList();
        var lines = (
            from one in departments
            from other in departments
            let counts = new[] { ExchangeKind.Help, ExchangeKind.Thanks, ExchangeKind.Kudos }
                .Select(kind =>
                    inPeriod.Count(entry => entry.Kind == kind && entry.FromDepartmentId == one.Id && entry.ToDepartmentId == other.Id))
                .Append(asked.Count(ask => ask.AskerDepartmentId == one.Id && ask.DepartmentId == other.Id)).ToList()
            where counts.Exists(count => count > 0)
            select $"{one.Name} {other.Name} {string.Join(' ', counts)}").Order(StringComparer.Ordinal).ToList();

        var helps = inPeriod
            .Where(entry => entry.Kind is ExchangeKind.Help && (scope is null || entry.FromDepartmentId == scope.Id))
            .ToList();
        var left = inPeriod.Where(entry => entry.Kind is ExchangeKind.Thanks).ToList();
        var thanked = helps.Count(help =>
            left.Find(thanks => thanks.FromDepartmentId == help.ToDepartmentId && thanks.ToDepartmentId == help.FromDepartmentId)
                is { } answer && left.Remove(answer));
        var taken = asked.Where(ask => ask.TakenAt is not null).Select(ask => ask.TakenAt!.Value - ask.AskedAt).Order().ToList();
        var median = taken.Count == 0 ? TimeSpan.Zero : taken.First(time => taken.Count(other => other <= time) * 2 >= taken.Count);
        var unanswered = asks.Count(ask =>
            IsIn(ask.AskedAt)
                && ask.IsPublic
                && ask.TakenAt is null
                && ask.State is AskState.Open
                && (ask.AskerDepartmentId is null || ask.AskerDepartmentId != ask.DepartmentId)
                && (scope is null || ask.DepartmentId == scope.Id));
        return $"{string.Join('\n', lines)}\nthanked {thanked} of {helps.Count}, median {median}, unanswered {unanswered}";

        bool IsIn(DateTimeOffset moment)
        {
            var local = TimeZoneInfo
                .ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return string.CompareOrdinal(local, $"{period.From:yyyy-MM-dd}") >= 0
                && string.CompareOrdinal(local, $"{period.To:yyyy-MM-dd}") < 0;
        }
    }

    private static string Describe(Digest digest) =>
        $"{string.Join(
            '\n',
            digest.Flows
                .Where(flow => flow.Sum is not { Helps: 0, Thanks: 0, Kudos: 0, Asks: 0 })
                .Select(flow => $"{flow.From} {flow.To} {flow.Sum!.Helps} {flow.Sum.Thanks} {flow.Sum.Kudos} {flow.Sum.Asks}")
                .Order(StringComparer.Ordinal))}\n"
        + $"thanked {digest.Totals.Thanked} of {digest.Totals.Given.Helps}, "
        + $"median {digest.Speed.Taken?.Median ?? TimeSpan.Zero}, unanswered {digest.UnansweredCount}";

    private static (List<Department> Departments, List<Person> People) Populate(Guid organisationId)
    {
        var departments = Enumerable
            .Range(0, 3)
            .Select(number => new Department { Id = NewId(), OrganisationId = organisationId, Name = $"D{number}", Handle = $"d{number}" })
            .ToList();
        var people = Enumerable.Range(0, 8).Select(number => new Person
        {
            Id = NewId(),
            OrganisationId = organisationId,
            Name = $"P{number}",
            DepartmentId = number == 7 ? null : departments[number % 3].Id,
        }).ToList();
        return (departments, people);
    }

    private static void Record(RelateDbContext context, Guid organisationId, List<Person> people, Told told)
    {
        var (giver, receiver, at) = (people[told.Giver], people[told.Receiver], Start.AddMinutes(told.Minutes));
        if (told.Kind == 3)
        {
            var ask = new Ask
            {
                Id = NewId(),
                OrganisationId = organisationId,
                WorkspaceId = NewId(),
                AskerId = giver.Id,
                AskerDepartmentId = giver.DepartmentId,
                DepartmentId = receiver.DepartmentId,
                Text = "a question", IsPublic = told.Minutes % 2 == 0, AskedAt = at, Source = "test",
            };
            if (told.Minutes % 3 != 0)
            {
                ask.Take(at.AddMinutes(1 + (told.Minutes % 500)));
            }
            else if (told.IsTakenBack)
            {
                ask.Close(AskState.Withdrawn, at.AddMinutes(5));
            }

            context.Asks.Add(ask);
            return;
        }

        var entry = new Exchange
        {
            Id = NewId(),
            OrganisationId = organisationId,
            ActId = NewId(),
            Kind = (ExchangeKind)told.Kind,
            FromPersonId = giver.Id,
            FromDepartmentId = giver.DepartmentId,
            ToPersonId = receiver.Id,
            ToDepartmentId = receiver.DepartmentId,
            Note = "",
            Values = [],
            Visibility = Visibility.Private,
            OccurredAt = at,
            RecordedAt = at,
            Source = "test",
        };
        Ledger.Record(entry, context);
        if (told.IsTakenBack)
        {
            Ledger.Record(entry.CreateCorrection(at.AddDays(40)), context);
        }
    }

    private static Guid NewId() => Guid.CreateVersion7(Start);

    private static Period Days(int first, int days)
    {
        var from = DateOnly.FromDateTime(Start.UtcDateTime).AddDays(first);
        return new Period(from, from.AddDays(days));
    }

    /// <summary>What happens; kind 3 is an ask.</summary>
    private sealed record Told(int Kind, int Giver, int Receiver, int Minutes, bool IsTakenBack);

    private sealed record Life(Told[] Acts, Period Period, string Zone)
    {
        public override string ToString() => $"{Zone} {Period} {string.Join("; ", Acts.AsEnumerable())}";
    }
}
