using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Features.Directory;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>Departments' pages, offers and balances, in every message and form.</summary>
internal static class RelationExamples
{
    private static readonly DateTimeOffset now = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
    private static readonly Department it = SaidBy(new Department
    {
        Id = Team.It.Id,
        OrganisationId = Team.It.OrganisationId,
        Name = "IT & Facilities",
        Handle = "it",
        HelpChannel = "#it-help"
    });
    private static readonly DepartmentPage page = new()
    {
        Department = it,
        Head = Team.Sue,
        Delegates = [Team.Raj],
        Topics = ["laptops", "vpn"]
    };
    private static readonly Exchange help = new()
    {
        Id = Team.Id(80),
        OrganisationId = Team.Id(100),
        ActId = Team.Id(81),
        Kind = ExchangeKind.Help,
        FromPersonId = Team.Sue.Id,
        ToPersonId = Team.Mark.Id,
        Note = "Restarted the <!channel> laptop",
        Values = [],
        Visibility = Visibility.Public,
        OccurredAt = now,
        RecordedAt = now,
        Source = "slack",
    };

    private static readonly Exchange claimed = new()
    {
        Id = Team.Id(82),
        OrganisationId = Team.Id(100),
        ActId = Team.Id(83),
        Kind = ExchangeKind.Help,
        FromPersonId = Team.Sue.Id,
        ToPersonId = Team.Mark.Id,
        Note = "the printer",
        Values = [],
        Visibility = Visibility.Private,
        OccurredAt = now,
        RecordedAt = now,
        Source = "slack",
        IsUnconfirmed = true,
    };

    private static readonly BalanceView view = new()
    {
        Other = ChatText.Of($"{it}"),
        Recent = new Balance(new Tally(3, 0, 0), new Tally(0, 3, 0)),
        Always = new Balance(new Tally(14, 0, 2), new Tally(0, 13, 1)),
        Latest = [BalanceMessages.Line(help, isMine: false, ChatText.Of($"{Team.Sue}"), "18 November 2026")],
        Suggestions = [new Suggestion.OpenThanks(help, Team.Sue), new Suggestion.HowToHelp(it), new Suggestion.ThankedBefore(help)],
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["department"] = DepartmentMessages.Page(page, Team.Mark, TimeZoneInfo.Utc),
        ["department-for-its-head"] = DepartmentMessages.Page(page, Team.Sue, TimeZoneInfo.Utc),
        ["department-without-head"] = DepartmentMessages.Page(new DepartmentPage { Department = Team.It }, Team.Mark, TimeZoneInfo.Utc),
        ["department-not-yours"] = DepartmentMessages.NotYours(page),
        ["department-which-one"] = DepartmentMessages.WhichOne(),
        ["department-head-recorded"] = DirectoryMessages.Leads(it, Team.Sue),
        ["department-you-lead"] = DirectoryMessages.YouLead(it, Team.Zoe),
        ["department-head-not-allowed"] = DirectoryMessages.HeadNotAllowed(),
        ["department-head-usage"] = DirectoryMessages.HeadUsage(),
        ["offered"] = OfferMessages.Offered(["excel", "pivot"]),
        ["offers-yours"] = OfferMessages.Yours(["a", "b", "c", "d", "e", "excel"]),
        ["offers-none"] = OfferMessages.Yours([]),
        ["offers-too-many"] = OfferMessages.TooMany(),
        ["who"] = OfferMessages.Who(
            "excel",
            [
                new Offerer { Person = Team.Raj, WasThanked = true, IsFree = true },
                new Offerer { Department = it, WasThanked = false, IsFree = true },
                new Offerer { Person = Team.Mark, WasThanked = false, IsFree = true },
                new Offerer { Person = Team.Zoe, WasThanked = false, IsFree = false },
            ],
            Team.Mark),
        ["who-nobody"] = OfferMessages.Who("excel", [], Team.Mark),
        ["found-department"] = OfferMessages.Found(it, ["laptops", "vpn"]).Message,
        ["found-department-offers-nothing"] = OfferMessages.Found(Team.It, []).Message,
        ["found-person"] = OfferMessages.Found(Team.Raj, ["excel"]).Message,
        ["found-topic"] = OfferMessages.Topic(
            "excel",
            [
                new Offerer { Person = Team.Raj, WasThanked = true, IsFree = true },
                new Offerer { Department = it, WasThanked = false, IsFree = true }
            ]).Message,
        ["with"] = BalanceMessages.With(view),
        ["with-nothing-yet"] = BalanceMessages.With(
            view with { Recent = Balance.Of([]), Always = Balance.Of([]), Latest = [], Suggestions = [] }),
        ["with-one-idea"] = BalanceMessages.With(
            view with { Always = new Balance(new Tally(1, 3, 2), new Tally(1, 4, 1)), Suggestions = [new Suggestion.ThankedBefore(help)] }),
        ["with-unconfirmed-help"] = BalanceMessages.With(view with
        {
            Recent = new Balance(new Tally(0, 1, 0, Unconfirmed: 1), new Tally(1, 3, 0, Unconfirmed: 2)),
            Always = new Balance(new Tally(0, 1, 0, Unconfirmed: 1), new Tally(1, 3, 0, Unconfirmed: 2)),
            Latest =
            [
                BalanceMessages.Line(claimed, isMine: false, ChatText.Of($"{Team.Sue}"), "18 November 2026"),
                BalanceMessages.Line(claimed, isMine: true, ChatText.Of($"{Team.Sue}"), "17 November 2026"),
            ],
            Suggestions = [],
        }),
        ["with-yourself"] = BalanceMessages.WithYourself(),
        ["department-balance"] = DepartmentBalanceMessages.Around(
            it,
            5,
            [new DepartmentBalanceLine(
                new Department { Id = Team.Id(11), OrganisationId = Team.Id(100), Name = "Care", Handle = "care" },
                view.Recent,
                view.Always,
                MayBeTold: false),
                new DepartmentBalanceLine(
                    new Department { Id = Team.Id(12), OrganisationId = Team.Id(100), Name = "Sales", Handle = "sales" },
                    view.Recent,
                    view.Always,
                    MayBeTold: true)]),
        ["department-balance-nothing-yet"] = DepartmentBalanceMessages.Around(it, 5, []),
        ["department-balance-heads-only"] = DepartmentBalanceMessages.HeadsOnly(),
    };

    public static readonly Dictionary<string, ChatForm> Forms = new(StringComparer.Ordinal)
    {
        ["form-department"] = DepartmentForm.ToEdit(page, isHead: true, ["U0000000RAJ"]),
        ["form-department-for-delegates"] = DepartmentForm.ToEdit(page, isHead: false, []),
    };

    private static Department SaidBy(Department department)
    {
        department.SayHowToHelp(["Clear your server space before you call.", "Send a <screenshot> & wait."], now);
        return department;
    }
}
