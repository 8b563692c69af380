using Moq;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Reading;

/// <summary>A fictional organisation whose names can be searched through mocked ports.</summary>
internal sealed class Names
{
    private readonly List<Person> people = [];
    private readonly List<Department> departments = [];

    public Names()
    {
        var directory = new Mock<IPeopleDirectory>(MockBehavior.Strict);
        directory.Setup(d => d.FindPeopleByPrefixAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string key, int limit, CancellationToken _) =>
                [.. people
                    .Where(person => Starts(person.NameKey, key) || Starts(person.HandleKey, key))
                    .OrderBy(person => person.NameKey, StringComparer.Ordinal)
                    .Take(limit)]);
        directory.Setup(d => d.FindDepartmentsByPrefixAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string key, int limit, CancellationToken _) =>
                [.. departments.Where(department => Starts(department.NameKey, key) || Starts(department.HandleKey, key)).Take(limit)]);
        Resolver = new NameResolver(directory.Object);

        var accounts = new Mock<IAccountStore>(MockBehavior.Strict);
        accounts
            .Setup(
                a => a.GetOrAddPersonAsync(It.IsAny<Workspace>(), It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Workspace _, string id, string? _, CancellationToken _) => people.First(person => person.Handle == id));
        accounts
            .Setup(a =>
                a.GetOrAddDepartmentAsync(It.IsAny<Workspace>(), It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Workspace _, string id, string? _, CancellationToken _) =>
                departments.First(department => department.Handle == id));
        Parser = new SentenceParser(Resolver, accounts.Object);

        Sue = Person("Sue Miller", "sue");
        Raj = Person("Raj Patel", "raj");
        Department("IT", "it");
    }

    public static Workspace Workspace { get; } = new()
    {
        Id = Guid.Empty,
        OrganisationId = Guid.Empty,
        Platform = "tests",
        ExternalId = "t",
        Name = "Tests"
    };

    public NameResolver Resolver { get; }

    public SentenceParser Parser { get; }

    public Person Sue { get; }

    public Person Raj { get; }

    public Person Person(string name, string? handle = null)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            OrganisationId = Guid.Empty,
            Name = name,
            Handle = handle
        };
        people.Add(person);
        return person;
    }

    public void Department(string name, string handle) =>
        departments.Add(new Department
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            OrganisationId = Guid.Empty,
            Name = name,
            Handle = handle
        });

    /// <summary>Receivers as names: "Sue Miller", "IT", "?suee" for nobody.</summary>
    public string NameOf(Receiver receiver) => receiver switch
    {
        Receiver.Person person => people.First(known => known.Id == person.Id).Name,
        Receiver.Department department => departments.First(known => known.Id == department.Id).Name,
        Receiver.Unknown nobody => $"?{nobody.Typed}",
        _ => throw new InvalidOperationException(),
    };

    private static bool Starts(string? text, string key) => text?.StartsWith(key, StringComparison.Ordinal) == true;
}
