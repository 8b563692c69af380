using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Demo;

/// <summary>The people of the demo and their departments.</summary>
internal sealed class DemoPeople
{
    private readonly Dictionary<string, Person> people;
    private readonly Dictionary<string, Department> departments;
    private readonly DateTimeOffset joined;

    public DemoPeople(DemoData data, DemoRandom dice, DateTimeOffset joined)
    {
        this.joined = joined;
        Organisation = new Organisation { Id = dice.Id(joined), Name = data.Organisation.Name, TimeZone = data.Organisation.TimeZone };
        Workspace = new Workspace
        {
            Id = dice.Id(joined),
            OrganisationId = Organisation.Id,
            Platform = PlaygroundPlatform.PlatformName,
            ExternalId = PlaygroundPlatform.Place,
            Name = data.Organisation.Name,
            BotExternalId = PlaygroundPlatform.BotAccount,
        };
        departments = data.Departments.ToDictionary(
            told => told.Handle,
            told => new Department
            {
                Id = dice.Id(joined),
                OrganisationId = Organisation.Id,
                Name = told.Name,
                Handle = told.Handle,
                HelpChannel = told.HelpChannel
            },
            StringComparer.Ordinal);
        people = data.People.ToDictionary(
            told => told.Handle,
            told => new Person
            {
                Id = dice.Id(joined),
                OrganisationId = Organisation.Id,
                Name = told.Name,
                Handle = told.Handle,
                Email = $"{told.Handle}@fernhill.example",
                DepartmentId = departments[told.Department].Id,
                TimeZone = told.TimeZone,
                Locale = told.Locale,
            },
            StringComparer.Ordinal);
        foreach (var told in data.Departments)
        {
            var head = people[told.Head];
            departments[told.Handle].HeadId = head.Id;
            foreach (var member in MembersOf(told.Handle).Where(member => member != head))
            {
                member.ManagerId = head.Id;
            }
        }

        Offers = [.. data.People.SelectMany(told => OffersOf(people[told.Handle].Id, told.Offers, isDepartment: false)),
            .. data.Departments.SelectMany(told => OffersOf(departments[told.Handle].Id, told.Offers, isDepartment: true))];

        Bot = new Person
        {
            Id = dice.Id(joined),
            OrganisationId = Organisation.Id,
            Name = "RelateBot",
            Handle = PlaygroundPlatform.BotAccount,
            Kind = PersonKind.Bot
        };
        Identities =
        [
            .. people.Values.Append(Bot).Select(person => new Identity
            {
                Id = dice.Id(joined),
                OrganisationId = Organisation.Id,
                WorkspaceId = Workspace.Id,
                PersonId = person.Id,
                ExternalId = person.Handle!,
            }),
        ];
    }

    public Organisation Organisation { get; }

    public Workspace Workspace { get; }

    public IReadOnlyList<Offer> Offers { get; }

    public Person Bot { get; }

    public IReadOnlyList<Identity> Identities { get; }

    public IReadOnlyList<Person> Everybody => [.. people.Values];

    public Person this[string handle] => people[handle];

    public Department Department(string handle) => departments[handle];

    public IReadOnlyList<Person> MembersOf(string department) =>
        [.. people.Values.Where(person => person.DepartmentId == departments[department].Id)];

    public void AddTo(RelateDbContext context)
    {
        context.Organisations.Add(Organisation);
        context.Workspaces.Add(Workspace);
        context.Departments.AddRange(departments.Values);
        context.People.AddRange(people.Values.Append(Bot));
        context.Identities.AddRange(Identities);
        context.Offers.AddRange(Offers);
    }

    /// <summary>The feedback that departments gave about help before the demo starts.</summary>
    public void SayHowToHelp(DemoData data, DateTimeOffset at)
    {
        foreach (var told in data.Departments.Where(told => told.HowToHelp is not null))
        {
            departments[told.Handle].SayHowToHelp([.. told.HowToHelp!], at);
        }
    }

    private IEnumerable<Offer> OffersOf(Guid ownerId, string[]? topics, bool isDepartment) => (topics ?? []).Select(topic => new Offer
    {
        OrganisationId = Organisation.Id, OwnerId = ownerId, Topic = topic, IsDepartment = isDepartment, OfferedAt = joined,
    });
}
