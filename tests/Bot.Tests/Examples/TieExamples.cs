using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Features.Ties;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Domain.Relationships;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>One's own ties, in every message.</summary>
internal static class TieExamples
{
    private static readonly DateOnly week = new(2026, 11, 16);
    private static readonly TiesView nothing = new()
    {
        Week = week,
        Strongest = [],
        Quietening = [],
        Thanked = [],
        ThankedBy = [],
        Bridged = [],
        Open = []
    };

    public static readonly Dictionary<string, ChatMessage> Messages = new(StringComparer.Ordinal)
    {
        ["me"] = TieMessages.Me(new TiesView
        {
            Week = week,
            Strongest = [Tied(Team.Sue, 30, 28), Tied(Team.Raj, 30, 4), Tied(Team.Zoe, 0, 12)],
            Quietening = [Tied(Team.Zoe, 10, 10, 56, 84, 112, 140), Tied(Team.Raj, 3, 3, 35, 42, 49)],
            Thanked = [Team.Sue, Team.Zoe],
            ThankedBy = [Team.Raj],
            Bridged = [Team.It],
            Open = [Help(Team.Sue, "Restarted the <!channel> laptop"), Help(Team.Raj, "")],
        }),
        ["me-new-here"] = TieMessages.Me(nothing with { Strongest = [Tied(Team.Sue, 0, 5)], ThankedBy = [Team.Sue] }),
        ["me-nothing-yet"] = TieMessages.Me(nothing),
        ["me-thanked-already"] = TieMessages.ThankedAlready(Team.Sue),
    };

    private static TiesView.NamedTie Tied(Person other, int mine, int theirs, params ImmutableArray<int> daysAgo)
    {
        var tie = new Tie { OrganisationId = Team.Id(100), FirstPersonId = Team.Mark.Id, SecondPersonId = other.Id };
        foreach (var days in daysAgo.Reverse())
        {
            tie.TryApplyWeek(week.AddDays(-days), TieSides.None, new TieSides(1, 1));
        }

        return new TiesView.NamedTie(other, tie, new TieSides(mine, theirs));
    }

    private static TiesView.OpenHelp Help(Person helper, string note) => new(
        new Exchange
        {
            Id = Team.Id(80 + helper.Name.Length),
            OrganisationId = Team.Id(100),
            ActId = Team.Id(81),
            Kind = ExchangeKind.Help,
            FromPersonId = helper.Id,
            ToPersonId = Team.Mark.Id,
            Note = note,
            Values = [],
            Visibility = Visibility.Public,
            OccurredAt = DateTimeOffset.UnixEpoch,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Source = "slack",
        },
        helper,
        "3 November");
}
