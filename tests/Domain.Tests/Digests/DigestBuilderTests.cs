using RelateBot.Domain.Digests;
using RelateBot.Domain.Help;
using RelateBot.Domain.Relationships;
using static RelateBot.Domain.Tests.Digests.Organisations;

namespace RelateBot.Domain.Tests.Digests;

public sealed class DigestBuilderTests
{
    private static readonly DigestRules rules = new(Minimum);

    [Fact]
    public void Help_both_ways_is_a_bridge_new_steady_or_fading_by_what_was_before()
    {
        var digest = DigestBuilder.Build(
            Material(
                [9, 9, 9],
                [Help(0, 1, 4), Help(1, 0, 2), Help(0, 2, 1), Help(2, 0, 1), Help(1, 2, 3)],
                [Help(0, 1, 1), Help(1, 0, 1), Help(1, 2, 3), Help(2, 1, 3)]),
            rules);

        Assert.Equal(
            [
                ("Department 0", "Department 2", BridgeState.New, 1, 1),
                ("Department 0", "Department 1", BridgeState.Steady, 4, 2),
                ("Department 1", "Department 2", BridgeState.Fading, 3, 0)
            ],
            digest.Bridges.Select(bridge => (bridge.One.Name, bridge.Other.Name, bridge.State, bridge.There, bridge.Back)));
    }

    [Theory]
    [InlineData(96, 2, true)]
    [InlineData(5, 1, true)]
    [InlineData(5, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(9, 2, false)]
    public void Five_helps_for_each_that_comes_back_are_a_one_way_street(int there, int back, bool isOne)
    {
        var digest = DigestBuilder.Build(Material([9, 9], [Help(0, 1, there), .. back == 0 ? [] : new[] { Help(1, 0, back) }]), rules);

        Assert.Equal(isOne, digest.OneWayStreets.Length == 1);
    }

    [Fact]
    public void One_thanks_answers_one_help_between_the_same_departments()
    {
        // Of ten helps to the first, three are answered; the second says more thanks than it had help.
        var digest = DigestBuilder.Build(
            Material([9, 9, 9], [Help(0, 1, 10), Help(0, 2, 2), Thanks(1, 0, 3), Thanks(2, 0, 8), Thanks(2, 1, 5)]),
            rules);

        Assert.Equal((12, 5), (digest.Totals.Given.Helps, digest.Totals.Thanked));
        Assert.Equal(5.0 / 12, digest.Totals.ThankRate);
    }

    [Fact]
    public void Without_helps_there_is_no_rate() => Assert.Null(DigestBuilder.Build(Material([9, 9], []), rules).Totals.ThankRate);

    [Fact]
    public void Often_helped_and_thanked_for_a_quarter_at_most_is_unsung()
    {
        var digest = DigestBuilder.Build(
            Material([9, 9, 9], [Help(0, 1, 8), Thanks(1, 0, 2), Help(1, 2, 8), Thanks(2, 1, 3), Help(2, 0, 4)]),
            rules);

        Assert.Equal(
            ("Department 0", 8, 2),
            Assert.Single(digest.UnsungDepartments.Select(unsung => (unsung.Department.Name, unsung.Helps, unsung.Thanked))));
    }

    [Fact]
    public void A_departments_digest_tells_both_sides_of_it_and_nothing_of_others()
    {
        var digest = DigestBuilder.Build(
            Material([9, 9, 9], [Help(0, 1, 8), Help(1, 0, 2), Thanks(1, 0, 3)], [Help(0, 1, 5)], scope: 0) with
            {
                Asks = [Asked(1, 0, 1)],
                AsksBefore = [Asked(0, 1, 1)]
            }, rules);

        Assert.Equal(
            (8, 2, 3, 1),
            (digest.Totals.Given.Helps, digest.Totals.Received.Helps, digest.Totals.Received.Thanks, digest.Totals.Received.Asks));
        Assert.Equal((5, 1, 1), (digest.Before.Given.Helps, digest.Before.Given.Asks, digest.Totals.Helped));
        Assert.Equal(3.0 / 8, digest.Totals.ThankRate);
    }

    [Fact]
    public void Waiting_is_told_by_median_and_ninetieth_percentile_once_enough_people_asked()
    {
        var asks = Enumerable.Range(1, 10).Select(hours => Asked(0, 1, hours % Minimum, taken: hours, solved: 2 * hours)).ToList();

        var enough = DigestBuilder.Build(Material([9, 9], []) with { Asks = asks }, rules).Speed;
        var tooFew = DigestBuilder.Build(Material([9, 9], []) with { Asks = [.. asks.Where(ask => ask.AskerId != Id(100))] }, rules).Speed;

        Assert.Equal(new WaitingTimes(TimeSpan.FromHours(5), TimeSpan.FromHours(9)), enough.Taken);
        Assert.Equal(new WaitingTimes(TimeSpan.FromHours(10), TimeSpan.FromHours(18)), enough.Solved);
        Assert.Equal(new AskResponseTimes(null, null), tooFew);
    }

    [Fact]
    public void An_unanswered_ask_names_departments_that_have_figures_and_no_others()
    {
        var digest = DigestBuilder.Build(Material([9, 2], []) with { Unanswered = [Open(0, 1)] }, rules);

        var ask = Assert.Single(digest.Unanswered);
        Assert.Equal(("Department 0", null, new DateOnly(2026, 10, 6)), (ask.From?.Name, ask.To?.Name, ask.AskedOn));
        Assert.IsType<DigestSuggestion.AnswerAsk>(digest.Suggestion);
    }

    [Fact]
    public void What_to_do_next_goes_from_the_most_urgent_to_the_most_general()
    {
        Assert.IsType<DigestSuggestion.BalanceOneWayStreet>(Suggested([Help(0, 1, 9)], []));
        Assert.IsType<DigestSuggestion.ThankDepartment>(Suggested(
            [Help(0, 1, 9), Help(1, 0, 3), Thanks(0, 1, 3)],
            [Help(0, 1, 1), Help(1, 0, 1)]));
        Assert.IsType<DigestSuggestion.ReviveBridge>(Suggested([Help(0, 1, 2)], [Help(0, 1, 1), Help(1, 0, 1)]));
        Assert.IsType<DigestSuggestion.AnnounceBridge>(Suggested([Help(0, 1, 2), Help(1, 0, 2)], []));
        Assert.IsType<DigestSuggestion.InviteAsks>(Suggested([], []));
    }

    [Fact]
    public void Thanks_worth_reading_are_seconded_ones_first_each_by_somebody_else_and_none_too_short()
    {
        var best = ThankYouRow.Best(
            [
                Row(1, by: 1, "for walking me through the new sheet", 0),
                Row(2, by: 2, "for the quick fix before my big call", 3),
                Row(3, by: 2, "for something else that took an hour", 2),
                Row(4, by: 3, "cheers", 9), Row(5, by: 4, "for walking me through the new sheet", 0),
            ],
            3);

        Assert.Equal([Id(2), Id(1)], best.Select(row => row.ActId));
    }

    private static DigestSuggestion Suggested(IReadOnlyList<FlowSum> flows, IReadOnlyList<FlowSum> before) =>
        DigestBuilder.Build(Material([9, 9], flows, before), rules).Suggestion;

    private static FlowSum Help(int from, int to, int count) => new(Id(from + 1), Id(to + 1), count, 0, 0, 0);

    private static FlowSum Thanks(int from, int to, int count) => new(Id(from + 1), Id(to + 1), 0, count, 0, 0);

    private static ThankYouRow Row(int act, int by, string note, int seconds) => new(Id(act), Id(by), Id(1), Id(2), note, seconds);

    private static DigestAsk Asked(int from, int to, int asker, int taken = 0, int solved = 0)
    {
        var at = new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);
        return new DigestAsk(Id(from + 1), Id(to + 1), Id(100 + asker), at, at.AddHours(taken), at.AddHours(solved));
    }

    private static Ask Open(int from, int to) => new()
    {
        Id = Id(500),
        OrganisationId = Acme.Id,
        WorkspaceId = Id(501),
        AskerId = Id(502),
        AskerDepartmentId = Id(from + 1),
        DepartmentId = Id(to + 1),
        Text = "a question",
        IsPublic = true, AskedAt = new DateTimeOffset(2026, 10, 5, 23, 0, 0, TimeSpan.Zero), Source = "test",
    };
}
