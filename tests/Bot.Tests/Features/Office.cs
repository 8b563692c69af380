using Microsoft.Extensions.Time.Testing;
using Moq;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Features;

/// <summary>Mark from Sales, Sue and Raj from IT, behind mocked ports, with a clock that the test moves.</summary>
internal sealed class Office
{
    public Office()
    {
        Directory.Setup(directory => directory.GetPeopleAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) => [.. People.Where(person => ids.Contains(person.Id))]);
        Directory.Setup(directory => directory.GetDepartmentsAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, CancellationToken _) =>
                [.. Departments.Where(department => ids.Contains(department.Id))]);
        Directory.Setup(directory => directory.AllDepartmentsAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => [.. Departments]);
        Directory.Setup(directory => directory.FindPeopleByPrefixAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string key, int limit, CancellationToken _) =>
                [.. People.Where(person => Starts(person.NameKey, key) || Starts(person.HandleKey, key)).Take(limit)]);
        Directory
            .Setup(directory => directory.FindDepartmentsByPrefixAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string key, int limit, CancellationToken _) =>
                [.. Departments.Where(department => Starts(department.NameKey, key)).Take(limit)]);
        Accounts
            .Setup(accounts =>
                accounts.GetReachableAccountsAsync(
                    It.IsAny<Workspace>(),
                    It.IsAny<IReadOnlyCollection<Guid>>(),
                    It.IsAny<CancellationToken>()))
            .ReturnsAsync((Workspace workspace, IReadOnlyCollection<Guid> ids, CancellationToken _) => [.. ids.Select(id => new Identity
            {
                Id = id, OrganisationId = workspace.OrganisationId, WorkspaceId = workspace.Id, PersonId = id, ExternalId = AccountOf(id),
            })]);

        Sales = Department("Sales", "sales");
        TheIt = Department("IT", "it");
        Mark = Person("Mark Weber", "mark", Sales);
        Sue = Person("Sue Miller", "sue", TheIt);
        Raj = Person("Raj Patel", "raj", TheIt);
    }

    public FakeTimeProvider Time { get; } = new(TestTime.Start);

    public Mock<IPeopleDirectory> Directory { get; } = new(MockBehavior.Strict);

    public Mock<IAccountStore> Accounts { get; } = new(MockBehavior.Strict);

    public List<Person> People { get; } = [];

    public List<Department> Departments { get; } = [];

    public Workspace Workspace { get; } = new()
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
        OrganisationId = Guid.Empty,
        Platform = "tests",
        ExternalId = "t",
        Name = "Tests"
    };

    public HelpRules Rules { get; } = new() { ExpireAfterDays = 10, FollowUpAfterDays = 2, TimeZone = TimeZoneInfo.Utc };

    public SentenceParser Parser => new(new NameResolver(Directory.Object), Accounts.Object);

    public Department Sales { get; }

    public Department TheIt { get; }

    public Person Mark { get; }

    public Person Sue { get; }

    public Person Raj { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public static ChatInput.Command Command(string name, string text) => new(name, IncomingText.Of(text));

    /// <summary>The first paragraph of an answer.</summary>
    public static string Said(ChatReply reply) => Assert.IsType<ChatReply.Answer>(reply).Message.Summary;

    /// <summary>All words of an answer, a block a line.</summary>
    public static string Everything(ChatReply reply) =>
        string.Join('\n', Assert.IsType<ChatReply.Answer>(reply).Message.Blocks.Select(block => block switch
    {
        ChatBlock.Paragraph paragraph => paragraph.Text.ToPlainText(),
        ChatBlock.Small small => small.Text.ToPlainText(),
        ChatBlock.Quote quote => quote.Text,
        _ => "",
    }));

    public static IEnumerable<ChatButton> ButtonsOf(IEnumerable<ChatBlock> blocks) =>
        blocks.OfType<ChatBlock.Buttons>().SelectMany(buttons => buttons.Items);

    /// <summary>The platform's id of a person.</summary>
    public static string AccountOf(Guid personId) => $"account-{personId:N}";

    public ChatContext As(Person sender) => new(Workspace, sender);

    public Guid NewId() => Guid.CreateVersion7(Now);

    public Person Person(string name, string handle, Department? department = null)
    {
        var person = new Person { Id = NewId(), OrganisationId = Guid.Empty, Name = name, Handle = handle, DepartmentId = department?.Id };
        People.Add(person);
        return person;
    }

    public Exchange Helped(Person helper, Person helped, string note, DateTimeOffset at) => new()
    {
        Id = NewId(),
        OrganisationId = Guid.Empty,
        ActId = NewId(),
        Kind = ExchangeKind.Help,
        FromPersonId = helper.Id,
        ToPersonId = helped.Id,
        Note = note,
        Values = [],
        Visibility = Visibility.Public, OccurredAt = at, RecordedAt = at, Source = "tests",
    };

    private Department Department(string name, string handle)
    {
        var department = new Department { Id = NewId(), OrganisationId = Guid.Empty, Name = name, Handle = handle };
        Departments.Add(department);
        return department;
    }

    private static bool Starts(string? text, string key) => text?.StartsWith(key, StringComparison.Ordinal) == true;
}
