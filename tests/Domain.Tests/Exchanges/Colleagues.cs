using Moq;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.Exchanges;

/// <summary>Mark from Sales, Sue and Raj from IT, and a ledger that keeps its entries.</summary>
internal sealed class Colleagues
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    public Colleagues()
    {
        Directory.Setup(directory => directory.GetPeopleAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) => [.. People.Where(person => ids.Contains(person.Id))]);
        Directory.Setup(directory => directory.GetDepartmentsAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) =>
                [.. Departments.Where(department => ids.Contains(department.Id))]);
        Directory.Setup(directory => directory.GetMembersAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) =>
                People
                    .Where(person => person.DepartmentId is { } id && ids.Contains(id) && person.CanReceive)
                    .ToLookup(person => person.DepartmentId!.Value));
        Ledger.Setup(ledger => ledger.Record(It.IsAny<Exchange>())).Callback((Exchange exchange) => Entries.Add(exchange));
        Ledger.Setup(ledger => ledger.Record(It.IsAny<Seconding>())).Callback((Seconding seconding) => Secondings.Add(seconding));
        Ledger.Setup(ledger => ledger.GetActEntriesAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid act, CancellationToken _) => [.. Entries.Where(entry => entry.ActId == act)]);
        Ledger.Setup(ledger => ledger.SecondingsAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid act, CancellationToken _) => [.. Secondings.Where(seconding => seconding.ActId == act)]);
        Ledger.Setup(ledger => ledger.CountByAsync(It.IsAny<Guid>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid person, DateTimeOffset since, CancellationToken _) =>
                Entries.Count(entry => entry.FromPersonId == person && entry.RecordedAt > since && entry.CorrectsId is null));

        Sales = Department("Sales");
        TheIt = Department("IT");
        Mark = Person("Mark", Sales);
        Sue = Person("Sue", TheIt);
        Raj = Person("Raj", TheIt);
        Clock = new FixedTime();
        Acts = new ActReader(Ledger.Object, Directory.Object);
    }

    public Mock<IPeopleDirectory> Directory { get; } = new(MockBehavior.Strict);

    public Mock<ILedger> Ledger { get; } = new(MockBehavior.Strict);

    public List<Exchange> Entries { get; } = [];

    public List<Seconding> Secondings { get; } = [];

    public List<Person> People { get; } = [];

    public List<Department> Departments { get; } = [];

    public Department Sales { get; }

    public Department TheIt { get; }

    public Person Mark { get; }

    public Person Sue { get; }

    public Person Raj { get; }

    public ActReader Acts { get; }

    public FixedTime Clock { get; }

    public Person Person(string name, Department? department = null, PersonKind kind = PersonKind.Colleague, bool isActive = true)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(Now),
            OrganisationId = Guid.Empty,
            Name = name,
            DepartmentId = department?.Id,
            Kind = kind,
            IsActive = isActive,
        };
        People.Add(person);
        return person;
    }

    public Department Department(string name)
    {
        var department = new Department { Id = Guid.CreateVersion7(Now), OrganisationId = Guid.Empty, Name = name, Handle = name };
        Departments.Add(department);
        return department;
    }

    public Task<GiveThanksResult> MarkThanks(params Receiver[] receivers) => MarkThanks(command => command, receivers);

    public Task<GiveThanksResult> MarkThanks(Func<GiveThanks, GiveThanks> change, params Receiver[] receivers) =>
        new GiveThanksHandler(Directory.Object, Ledger.Object, Clock).HandleAsync(
            change(new GiveThanks
            {
                Kind = ExchangeKind.Thanks,
                GiverId = Mark.Id,
                Receivers = [.. receivers],
                Note = "the new laptop",
                Values = [],
                Visibility = Visibility.Public,
                Source = "tests",
            }),
            CancellationToken.None);

    internal sealed class FixedTime : TimeProvider
    {
        public DateTimeOffset Value { get; set; } = Colleagues.Now;

        public override DateTimeOffset GetUtcNow() => Value;
    }
}
