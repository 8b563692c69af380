using RelateBot.Bot.Tests.Examples;

namespace RelateBot.Bot.Tests.Teams;

/// <summary>The team's accounts in Entra. Zoë has none.</summary>
internal static class CardPeople
{
    public const string Sue = "5e000000-0000-4000-8000-000000000002";

    public static readonly IReadOnlyDictionary<Guid, string> Accounts = new Dictionary<Guid, string>
    {
        [Team.Mark.Id] = "5e000000-0000-4000-8000-000000000001",
        [Team.Sue.Id] = Sue,
        [Team.Raj.Id] = "5e000000-0000-4000-8000-000000000003",
    };
}
