using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>A few people with accounts, and one act among them, always the same.</summary>
internal static class Team
{
    public static readonly Person Mark = Person(1, "Mark Weber");
    public static readonly Person Sue = Person(2, "Sue Miller");
    public static readonly Person Raj = Person(3, "Raj *Patel*");
    public static readonly Person Zoe = Person(4, "Zoë <!channel> Ångström");
    public static readonly Department It = new() { Id = Id(10), OrganisationId = Id(100), Name = "IT & Facilities", Handle = "it" };

    /// <summary>Zoë has no account here.</summary>
    public static readonly IReadOnlyDictionary<Guid, string> Accounts = new Dictionary<Guid, string>
    {
        [Mark.Id] = "U000000MARK",
        [Sue.Id] = "U0000000SUE",
        [Raj.Id] = "U0000000RAJ"
    };

    public static Act Act(
        string note = "the new laptop & the patience",
        Visibility visibility = Visibility.Public,
        ExchangeKind kind = ExchangeKind.Thanks) => new()
        {
            Id = Id(50),
            Kind = kind,
            Giver = Mark,
            People = [Sue, Zoe],
            Departments = [It],
            Members = [Raj],
            Note = note,
            Values = ["patience", "so_kind"],
            Visibility = visibility,
            OccurredAt = DateTimeOffset.UnixEpoch,
        };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static Person Person(int number, string name) => new() { Id = Id(number), OrganisationId = Id(100), Name = name };
}
