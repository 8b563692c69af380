using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Pairing;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Committing;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>
/// A company with eight departments, seven time zones and half a year of history, in which some ties grew stronger and some faded.
/// </summary>
internal sealed class Company
{
    private const int DaysBack = 180;

    private static readonly (string Zone, string Locale, string Region)[] places =
    [
        ("Europe/Zurich", "de-CH", "CH"),
        ("Europe/London", "en-GB", "GB"),
        ("America/New_York", "en-US", "US"),
        ("America/Los_Angeles", "en-US", "US"),
        ("Asia/Riyadh", "ar-SA", "SA"), ("Asia/Kathmandu", "ne-NP", "NP"), ("Pacific/Auckland", "en-NZ", "NZ"),
    ];

    private static readonly (string? Text, int Start, int End)[] hours = [
        (null, 9, 17),
        ("08:00-16:30", 8, 16),
        ("07:00-12:00", 7, 12),
        ("10:00-18:00", 10, 18)
    ];
    private static readonly string[] first = [
        "Ana",
        "Ben",
        "Carla",
        "Dan",
        "Ema",
        "Finn",
        "Gita",
        "Hugo",
        "Ines",
        "Jon",
        "Kira",
        "Leo",
        "Mara",
        "Nils",
        "Olga",
        "Paul",
        "Rosa",
        "Sven",
        "Tara",
        "Uwe"
    ];
    private static readonly string[] last = ["Adler", "Bloch", "Costa", "Dietz", "Egli", "Frei", "Gomez", "Huber", "Imhof", "Joshi"];
    private static readonly string[] teams = ["IT", "Sales", "Finance", "Legal", "Support", "Research", "Design", "People"];

    public required Workspace Workspace { get; init; }

    public required ImmutableArray<Colleague> People { get; init; }

    public required ImmutableArray<(Guid Id, string Handle)> Departments { get; init; }

    public static async Task<Company> FoundAsync(IServiceProvider services, int count, DateTimeOffset start, Random dice)
    {
        var organisation = new Organisation { Id = NewId(), Name = "Acme", TimeZone = "Europe/Zurich" };
        var workspace = new Workspace
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Platform = "playground",
            ExternalId = "local",
            Name = "Acme"
        };
        var departments = teams
            .Select(
                team => new Department { Id = NewId(), OrganisationId = organisation.Id, Name = team, Handle = team.ToLowerInvariant() })
            .ToList();
        var rows = Enumerable
            .Range(0, count)
            .Select(number => Hire(organisation, workspace, departments[number % departments.Count], number, start, dice))
            .ToList();
        departments.ForEach(department => department.HeadId = rows.Find(row => row.Person.DepartmentId == department.Id).Person.Id);
        departments[0].SayHowToHelp(["Clear your server space before calling", "Send a screenshot"], start.AddDays(-80));
        await SaveAsync(
            services,
            organisation.Id,
            [organisation, workspace, .. departments, .. rows.SelectMany(row => (object[])[row.Person, row.Identity])]);
        await RememberAsync(services, organisation.Id, [.. rows.Select(row => row.Person)], start, dice);
        await SaveAsync(
            services,
            organisation.Id,
            [.. rows.Where((_, number) => number % 3 == 0).Select((row, number) => Joins(row.Person, workspace, 1 + (number % 3), start))]);
        return new Company
        {
            Workspace = workspace,
            People = [.. rows.Select(row => row.Colleague)],
            Departments = [.. departments.Select(department => (department.Id, department.Handle))]
        };

        Guid NewId() => Company.NewId(start.AddDays(-DaysBack), dice);
    }

    /// <summary>Runs something in the organisation and commits it.</summary>
    public static async Task SaveAsync(IServiceProvider services, Guid organisationId, IReadOnlyCollection<object> rows)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        scope.ServiceProvider.GetRequiredService<RelateDbContext>().AddRange(rows);
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
    }

    /// <summary>
    /// As the bot makes them, but the same in each run: they decide who is written to at which minute, and in which words.
    /// </summary>
    private static Guid NewId(DateTimeOffset at, Random dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        dice.NextBytes(bytes[9..]);
        bytes[7] = (byte)dice.Next(256);
        return new Guid(bytes, bigEndian: true);
    }

    private static (Person Person, Identity Identity, Colleague Colleague) Hire(
        Organisation organisation, Workspace workspace, Department department, int number, DateTimeOffset start, Random dice)
    {
        var (zone, locale, region) = places[number * 5 % places.Length];
        var (text, from, to) = hours[number % 5 == 0 ? dice.Next(hours.Length) : 0];
        var person = new Person
        {
            Id = NewId(start.AddDays(-DaysBack).AddSeconds(number), dice),
            OrganisationId = organisation.Id,
            Name = $"{first[number % first.Length]} {last[number / first.Length % last.Length]}",
            Handle = $"p{number}", DepartmentId = department.Id, TimeZone = zone, Locale = locale, WorkingHours = text,
            StartedOn = DateOnly.FromDateTime(start.UtcDateTime).AddDays(number % 20 == 7 ? dice.Next(0, 30) : -dice.Next(100, 3000)),
        };
        var identity = new Identity
        {
            Id = NewId(start, dice),
            OrganisationId = organisation.Id,
            WorkspaceId = workspace.Id,
            PersonId = person.Id,
            ExternalId = person.Handle
        };
        var colleague = new Colleague
        {
            Id = person.Id,
            Account = person.Handle,
            Name = person.Name,
            Homes = [(DateTimeOffset.MinValue, zone)],
            Region = region,
            DepartmentId = department.Id,
            Start = new TimeOnly(from, 0), End = new TimeOnly(to, text == "08:00-16:30" ? 30 : 0),
            Temper = (number % 10) switch
            {
                0 or 1 or 2 => PromptAttitude.Keen,
                3 or 4 or 5 => PromptAttitude.Usual,
                6 => PromptAttitude.Silent,
                7 => PromptAttitude.Later,
                8 => PromptAttitude.Stops,
                _ => PromptAttitude.Pauses
            },
        };
        return (person, identity, colleague);
    }

    /// <summary>
    /// Each of them has a few colleagues with whom there was something every other week; with every third of these it ended two months ago.
    /// </summary>
    private static async Task RememberAsync(
        IServiceProvider services,
        Guid organisationId,
        IReadOnlyList<Person> people,
        DateTimeOffset start,
        Random dice)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(organisationId);
        var ledger = scope.ServiceProvider.GetRequiredService<ILedger>();
        foreach (var person in people)
        {
            foreach (var number in Enumerable.Range(0, 3))
            {
                var other = people[dice.Next(people.Count)];
                for (var day = DaysBack - dice.Next(20); other != person && day > (number == 0 ? 50 : 0); day -= dice.Next(8, 20))
                {
                    ledger.Record(Act(
                        organisationId,
                        day % 3 == 0 ? person : other,
                        day % 3 == 0 ? other : person,
                        start.AddDays(-day),
                        dice));
                }
            }
        }

        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
    }

    private static Exchange Act(Guid organisationId, Person from, Person to, DateTimeOffset at, Random dice) => new()
    {
        Id = NewId(at, dice),
        OrganisationId = organisationId,
        ActId = NewId(at, dice),
        Kind = dice.Next(3) == 0 ? ExchangeKind.Thanks : ExchangeKind.Help,
        FromPersonId = from.Id, FromDepartmentId = from.DepartmentId, ToPersonId = to.Id, ToDepartmentId = to.DepartmentId,
        Note = "with the figures", Values = [], Visibility = Visibility.Public, OccurredAt = at, RecordedAt = at, Source = "tests",
    };

    private static PairingMember Joins(Person person, Workspace workspace, int everyWeeks, DateTimeOffset start)
    {
        var member = new PairingMember
        {
            OrganisationId = person.OrganisationId,
            PersonId = person.Id,
            WorkspaceId = workspace.Id,
            JoinedAt = start.AddDays(-1)
        };
        member.SetInterval(everyWeeks);
        return member;
    }
}
