using Moq;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Relationships;
using static RelateBot.Domain.Tests.Digests.Organisations;

namespace RelateBot.Domain.Tests.Digests;

/// <summary>Two large departments and a small one. The stored figures are for August; the digest is for October.</summary>
public sealed class TrendReaderTests
{
    private static readonly Period August = new(new DateOnly(2026, 8, 1), new DateOnly(2026, 9, 1));
    private static readonly DigestRules rules = new(Minimum);
    private readonly Mock<IDigestSource> source = new();
    private readonly Mock<TimeProvider> clock = new();
    private readonly TrendCache cache;

    public TrendReaderTests()
    {
        cache = new TrendCache(clock.Object);
        At(0);
        Sizes(9, 6, 2);
        source.Setup(s => s.OrganisationAsync(default)).ReturnsAsync(Acme);
        source
            .Setup(s => s.FlowsAsync(August, It.IsAny<Guid?>(), default))
            .ReturnsAsync([Flow(0, 1, 8, 0), Flow(1, 0, 1, 3), Flow(2, 1, 5, 5)]);
        source
            .Setup(s =>
                s.AskCountsAsync(
                    new DateTimeOffset(2026, 7, 31, 22, 0, 0, TimeSpan.Zero),
                    new DateTimeOffset(2026, 8, 31, 22, 0, 0, TimeSpan.Zero),
                    It.IsAny<Guid?>(),
                    default))
            .ReturnsAsync([Flow(1, 0, 0, 0) with { Asks = 4 }, Flow(1, 2, 0, 0) with { Asks = 4 }]);
    }

    [Fact]
    public async Task The_latest_two_periods_are_the_digests_own_and_the_oldest_comes_first()
    {
        var digest = DigestBuilder.Build(Material([9, 6, 2], [Flow(0, 1, 3, 0)], [Flow(0, 1, 2, 0)]), rules);

        var trend = await new TrendReader(source.Object, cache).ReadAsync(digest, 3, rules, default);

        Assert.Equal([August, digest.Period.Previous(), digest.Period], trend.Select(point => point.Period));
        Assert.Same(digest.Totals, trend[2].Totals);
        Assert.Same(digest.Before, trend[1].Totals);
    }

    [Fact]
    public async Task What_a_digest_keeps_back_is_in_no_trend_either()
    {
        var totals = await OfAugustAsync(null);

        Assert.Equal((9, 3, 4), (totals!.Given.Helps, totals.Given.Thanks, totals.Given.Asks));
        Assert.Equal(3.0 / 9, totals.ThankRate);
        Assert.Null(await OfAugustAsync(2));
    }

    [Fact]
    public async Task A_departments_trend_is_from_its_side()
    {
        var totals = await OfAugustAsync(0);

        Assert.Equal((8, 1, 3, 4), (totals!.Given.Helps, totals.Received.Helps, totals.Received.Thanks, totals.Received.Asks));
    }

    [Fact]
    public async Task A_figure_is_remembered_for_an_hour_and_only_while_the_same_departments_are_small()
    {
        await OfAugustAsync(null);
        At(59);
        await OfAugustAsync(null);
        Asked(1);

        At(60);
        await OfAugustAsync(null);
        Asked(2);

        Sizes(9, 6, 9);
        Assert.Equal(14, (await OfAugustAsync(null, 9, 6, 9))!.Given.Helps);
        Asked(3);
    }

    private async Task<DigestTotals?> OfAugustAsync(int? scope, params int[] sizes)
    {
        var digest = DigestBuilder.Build(Material(sizes.Length == 0 ? [9, 6, 2] : sizes, [], scope: scope), rules);
        return await new TrendReader(source.Object, cache).ReadAsync(digest, 3, rules, default) is [var august, ..] ? august.Totals : null;
    }

    private void At(int minute) =>
        clock.Setup(c => c.GetUtcNow()).Returns(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero).AddMinutes(minute));

    private void Sizes(params int[] sizes) =>
        source
            .Setup(s => s.SizesAsync(default))
            .ReturnsAsync(sizes.Select((size, number) => (Department(number).Id, size)).ToDictionary(size => size.Id, size => size.size));

    private void Asked(int times) => source.Verify(s => s.FlowsAsync(August, null, default), Times.Exactly(times));

    private static FlowSum Flow(int from, int to, int helps, int thanks) =>
        new(Department(from).Id, Department(to).Id, helps, thanks, 0, 0);
}
