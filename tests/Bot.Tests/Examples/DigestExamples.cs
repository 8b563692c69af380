using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Digests;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>Digests: a rich one, one of a department, a quiet month, one with nothing to show.</summary>
internal static class DigestExamples
{
    private static readonly DateTimeOffset now = new(2026, 11, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly Organisation acme = new() { Id = Team.Id(100), Name = "Acme & <Sons>", TimeZone = "Europe/Zurich" };
    private static readonly Department it = SaidBy(Named(10, "IT & Facilities", "it"));
    private static readonly Department sales = Named(11, "Sales", "sales");
    private static readonly Department finance = Named(12, "Finance", "finance");
    private static readonly Department legal = Named(13, "Legal *Affairs*", "legal");
    private static readonly Department care = Named(14, "Care", "care");

    private static readonly DigestData october = new()
    {
        Organisation = acme,
        Period = new Period(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1)),
        Department = null,
        Departments = [care, finance, it, legal, sales],
        Sizes = new Dictionary<Guid, int> { [it.Id] = 12, [sales.Id] = 30, [finance.Id] = 8, [legal.Id] = 3, [care.Id] = 4 },
        Flows = [
            Flow(it, sales, 1096, 12),
            Flow(sales, it, 2, 300),
            Flow(finance, it, 7, 2),
            Flow(it, finance, 6, 5),
            Flow(it, care, 9, 0),
            Flow(legal, care, 2, 1),
            Flow(care, sales, 4, 1)
        ],
        FlowsBefore = [Flow(it, sales, 900, 10), Flow(sales, it, 2, 162)],
        FlowsEarlier = [Flow(it, sales, 2900, 10), Flow(sales, it, 6, 162), Flow(sales, finance, 2, 0), Flow(finance, sales, 2, 0)],
        Asks = [.. Enumerable
            .Range(1, 12)
            .Select(hours => new DigestAsk(sales.Id, it.Id, Team.Id(200 + hours), now, now.AddHours(hours), now.AddHours(10 * hours)))],
        AsksBefore = [],
        Unanswered = [],
        UnsungPeople = [Team.Sue, Team.Zoe],
        ThankYous =
        [
            new ThankYou
            {
                ActId = Team.Id(50),
                From = Team.Mark,
                People = [Team.Sue, Team.Zoe],
                Departments = [it],
                Note = "the <!channel> laptop & the patience",
                Seconds = 2
            },
        ],
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["digest"] = Shown(october, null),
        ["digest-of-a-department"] = Shown(october with { Unanswered = [Asked()] }, it),
        ["digest-of-a-quiet-month"] = Shown(
            october with { Flows = [], FlowsBefore = [], FlowsEarlier = [], Asks = [], UnsungPeople = [], ThankYous = [] },
            null),
        ["digest-of-a-small-department"] = Shown(october, legal),
        ["digest-with-one-small-department"] = Shown(
            october with
            {
                Departments = [finance, it, legal, sales],
                Sizes = october.Sizes.Where(size => size.Key != care.Id).ToDictionary()
            },
            null),
        ["digest-not-for-you"] = DigestReplies.NotForYou(),
        ["digest-not-your-department"] = DigestReplies.NotYourDepartment(it),
        ["digest-unsure"] = DigestReplies.Unsure(),
        ["digest-still-counting"] = DigestReplies.StillCounting(),
        ["digest-usage"] = DigestReplies.Usage(),
        ["digest-weekly"] = DigestReplies.Chosen(Subscribed(DigestFrequency.Weekly), TimeZoneInfo.Utc),
        ["digest-monthly"] = DigestReplies.Chosen(Subscribed(DigestFrequency.Monthly), TimeZoneInfo.Utc),
        ["digest-off"] = DigestReplies.Chosen(Subscribed(DigestFrequency.Off), TimeZoneInfo.Utc),
        ["digest-ended"] = DigestReplies.Ended(),
        ["dashboard-link"] = DigestReplies.Dashboard(new Uri("https://relatebot.example.com/dashboard/open/wPl3Kc0Yd4"), now),
        ["dashboard-without-address"] = DigestReplies.NoDashboard(),
        ["dashboard-usage"] = DigestReplies.DashboardUsage(),
        ["unsung-on"] = DigestReplies.MayBeNamed(),
        ["unsung-off"] = DigestReplies.MayNotBeNamed(),
        ["unsung-usage"] = DigestReplies.UnsungUsage(mayBeNamed: false),
    };

    /// <summary>The section of a head's home page.</summary>
    public static ChatSection Section => OnHome(it);

    /// <summary>The section of an administrator's.</summary>
    public static ChatSection SectionOfTheWhole => OnHome(null);

    private static ChatSection OnHome(Department? department) =>
        new(
            "Your digest",
            [
                .. DigestMessages.Brief(Of(october, department)),
                new ChatBlock.Buttons([DigestButtons.Show(DigestFrequency.Monthly, department, "Read all of it")])
            ]);

    private static ChatMessage Shown(DigestData data, Department? department) =>
        ChatMessage.Of([
            .. DigestMessages.Whole(Of(data, department)),
            DigestButtons.Under(DigestFrequency.Monthly, department, DigestFrequency.Off)
        ]);

    private static Digest Of(DigestData data, Department? department) =>
        DigestBuilder.Build(data with { Department = department }, new DigestRules(5));

    private static FlowSum Flow(Department from, Department to, int helps, int thanks) => new(from.Id, to.Id, helps, thanks, 0, 0);

    private static Department Named(int number, string name, string handle) =>
        new() { Id = Team.Id(number), OrganisationId = Team.Id(100), Name = name, Handle = handle };

    private static Department SaidBy(Department department)
    {
        department.SayHowToHelp(["Clear your server space before you call."], now);
        return department;
    }

    private static RelateBot.Domain.Help.Ask Asked() => new()
    {
        Id = Team.Id(70),
        OrganisationId = Team.Id(100),
        WorkspaceId = Team.Id(101),
        AskerId = Team.Mark.Id,
        AskerDepartmentId = sales.Id,
        DepartmentId = it.Id,
        Text = "Could my <laptop> be replaced? It is eight years old.", IsPublic = true, AskedAt = now.AddDays(-20), Source = "slack",
    };

    private static DigestSubscription Subscribed(DigestFrequency frequency)
    {
        var subscription = new DigestSubscription { OrganisationId = Team.Id(100), PersonId = Team.Mark.Id, WorkspaceId = Team.Id(101) };
        subscription.Choose(frequency, now, TimeZoneInfo.Utc, new WorkCalendar { Zone = TimeZoneInfo.Utc });
        return subscription;
    }
}
